/**
 * Words that stand in many people's names: those of three or more candidates of 2024, and the most common first names.
 * A name that is not here is hardly anybody else's in one region.
 */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  (
    'abd abdi abdillah abdul abdullah abidin abu abubakar achmad adam ade adhi adi adii aditya afif agnes agung agus ' +
    'agustinus ahmad ahmadi aisyah akbar akhmad alam alamsyah alexander alfian ali amalia amin amir amiruddin amran ' +
    'amri andi andika andre andreas andri anggraini anisa anita annisa anouw ansori anton antonius anwar aprilia aras ' +
    'ardi ari arief arif arifin aris arsyad asep asih asri astuti aulia ayu azhar azhari azis azwar bagas bagus bahar ' +
    'baharuddin baharudin bahri bakhtiar bambang basri bayu bela benny benyamin bere bernard bima bin bobby budi ' +
    'budiman budiono burhanuddin cahya cahyono candra cecep chandra charles christian citra dadang daeng dahlan damar ' +
    'dani danial daniel darma darmawan darwin darwis daud david debora dede dedi dedy deni dewi dharma dian diana ' +
    'didi dimyati dina dinda dominggus dominikus doni dwi dwiki eddy edi edwin edy efendi effendi eka eko elisa elly ' +
    'elvira emanuel emil endah endang engkos eni erika erna erwin esau ester eva evi fachri fadhil fadly fahmi faisal ' +
    'faizal fajar far farid fatimah fatma fauzan fauzi ferdi ferdinand ferdy fikri firdaus firman fitri fitriani ' +
    'franky frans fransiskus gabriel galih gde gede giri gita gunawan guntur gusti habib hadi hakim halim halimah ' +
    'hamdani hamid hamzah hana hani hanif harahap hardi haris hariyanto hartati hartono harun haryono hasan hasanah ' +
    'hasna hasnah helmi hendi hendra hendri hendrik hendro hengki hengky heri herman hermanto heru hidayat huda ' +
    'husain husaini husen husni ibnu ibrahim ida idris ika ikhwan ilham imam iman imran imron ina indah indra intan ' +
    'iqbal irawan irfan irwan iskandar ismail iwan jafar jajang jamal jawa jaya jeffry jhon john joko joni juli ' +
    'juliana junaidi kardi kartika kartini kasim kasman kasuba ketut khairul kholifah kogoya komang komar kris ' +
    'kurniawan kusnadi kusuma lalu latif lela lestari lia lilis lina linda lisa lucky lukman luthfi made mahmud majid ' +
    'malik mandacan mansur mansyur maria mario markus marlina marten marthen marthin martinus mas masdar masrizal ' +
    'maulana mawardi maya mega meiske melati melianus melkianus mia michael mimi mira mirna moch mochamad mochammad ' +
    'mochtar moh mohamad mohammad mohd mote muchsin muchtar muda muh muhamad muhammad muhidin muhtar mukhlis mukti ' +
    'mulyadi mulyani mus mustafa mutiara nadia nana nanang nani nasir nasrul nasution natsir nawawi nawipa negara ' +
    'nelson nengah ngurah nia nina ningsih nizar noor norlatifah novi novita nugraha nugroho nur nuraini nurdin ' +
    'nurhayati nurhikmah nurlaila nurul nyoman octavian ode okta oman pandi parman pasaribu paulus petrus prabowo ' +
    'pratama pratiwi puji purba purnama purnomo puspa puspita putra putri putu rachman rachmat rafiq rahim rahma ' +
    'rahmad rahman rahmat rahmi raja raka ramadhan ramdhan ramli rangga rani rante rasyid ratih ratna ratu razak reni ' +
    'resti retno ria rianto richard ridha ridho ridwan rika rina rini rio riska rita rizal rizka rizki robby robert ' +
    'robi rohani rohman romli ronald roni ronny rosa rosi rosid rosidah rosmiati ruben rudi rudy rukmini rum rusdi ' +
    'ruslan rusli rustam ruth sabar sabri saeful sahrul said saiful sakti salam saleh salim salma samsul samuel sani ' +
    'santi santo santoso sanusi saputra sardi sari satria sayuti sekar septian setiawan setyo sherly silvia simon ' +
    'sinaga siregar sisi siti sitorus sitti slamet sobari sofia sofyan soleman sri stefanus stenly subur sudirman ' +
    'sugeng sugi sugianto suhada suharti suharto suherman sukardi sukma sukri sulaiman sulastri sulis sumardi sumiati ' +
    'sunarto supardi suparman supian suprapto supri supriatna surya suryadi suryani susanti susanto susi susilo ' +
    'sutrisno suwarno syafii syah syaiful syam syamsir syamsuddin syamsul syarif syarifuddin syukri tabuni tambunan ' +
    'tanjung tari tarigan tarmizi tarno tatang taufik teddy teguh thomas tika timotius tini titi titin tni togar toni ' +
    'tonny tono topan tri tuti ucok ujang umar umbu umi untung usep usman utami uus vina wagiman wahid wahyu wahyudi ' +
    'wahyuni wanimbo wardana warno waruwu wati wattimena wawa wawan wayan wetipo wibowo widya wijaya willem wiwik ' +
    'wonda wulan yadi yahya yan yana yani yansen yanti yanto yasin yati yeni yogi yohana yohanes yohanis yono yosep ' +
    'yoseph yotam yudha yudi yuli yulia yuliana yulianto yulius yunita yunus yusni yusran yusri yustina yusuf zahra ' +
    'zainal zaini zul zulfa zulfahri zulkarnain zulkifli'
  ).split(' '),
);
