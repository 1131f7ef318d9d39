/// The words and terms of `Vocabulary`, by slot and language.
enum VocabularyLists {
  static let all: [Template.Kind: [Language: String]] = [
    .condition: conditions, .drug: [.en: drugs], .procedure: procedures, .people: peoples, .ethnic: [.en: ethnic],
    .currency: [.en: currencies], .acronym: [.en: acronyms], .institution: institutions, .office: offices,
    .party: parties, .act: acts,
  ]

  private static let conditions: [Language: String] = [
    .en: """
    Migraine with Aura; Rheumatoid Arthritis; Major Depressive Disorder; Type 2 Diabetes; Type 2 Diabetes Mellitus; Hypertension
    Essential Hypertension; Atrial Fibrillation; Asthma; COPD; Chronic Kidney Disease; Stage 3 CKD; Hypothyroidism; Hyperlipidemia
    Generalized Anxiety Disorder; Bipolar Disorder; Schizophrenia; ADHD; Autism Spectrum Disorder; PTSD; Obsessive-Compulsive Disorder
    Gastroesophageal Reflux Disease; GERD; Irritable Bowel Syndrome; Crohn's Disease; Ulcerative Colitis; Celiac Disease; Pancreatitis
    Cholelithiasis; Acute Cholecystitis; Appendicitis; Diverticulitis; Hepatitis C; Cirrhosis; Fatty Liver; Iron Deficiency Anemia
    Sickle Cell Disease; Deep Vein Thrombosis; Pulmonary Embolism; Congestive Heart Failure; Coronary Artery Disease; Aortic Stenosis
    Myocardial Infarction; Peripheral Neuropathy; Multiple Sclerosis; Parkinson's Disease; Alzheimer's Dementia; Epilepsy; Stroke
    Transient Ischemic Attack; Bell's Palsy; Carpal Tunnel Syndrome; Cluster Headache; Tension Headache; Vertigo; Sciatica
    Lumbar Spinal Stenosis; Degenerative Disc Disease; Osteoarthritis; Osteoporosis; Gout; Fibromyalgia; Systemic Lupus; Psoriasis
    Atopic Dermatitis; Acne Vulgaris; Cellulitis; Shingles; Herpes Zoster; Pneumonia; Acute Bronchitis; Influenza A; COVID-19; Sepsis
    Urinary Tract Infection; Pyelonephritis; Kidney Stones; Nephrolithiasis; Benign Prostatic Hyperplasia; Endometriosis; Preeclampsia
    Gestational Diabetes; Polycystic Ovary Syndrome; Breast Cancer; Prostate Cancer; Non-Hodgkin Lymphoma; Acute Myeloid Leukemia
    Glioblastoma; Melanoma; Basal Cell Carcinoma; Obstructive Sleep Apnea; Insomnia; Otitis Media; Strep Throat; Sinusitis; Tonsillitis
    Glaucoma; Cataract; Macular Degeneration; Conjunctivitis; Plantar Fasciitis; Rotator Cuff Tear; ACL Tear; Hip Fracture; Concussion
    Graves' Disease; Addison's Disease; Cushing Syndrome; Marfan Syndrome; Raynaud Phenomenon; Anorexia Nervosa; Alcohol Use Disorder
    """,
    .de: """
    Migräne mit Aura; Rheumatoide Arthritis; Depression; Diabetes mellitus Typ 2; Arterielle Hypertonie; Vorhofflimmern; Asthma bronchiale
    COPD; Niereninsuffizienz; Hypothyreose; Angststörung; Schizophrenie; Morbus Crohn; Colitis ulcerosa; Zöliakie; Pankreatitis; Gicht
    Cholezystolithiasis; Appendizitis; Hepatitis C; Leberzirrhose; Anämie; Lungenembolie; Herzinsuffizienz; Aortenstenose; Herzinfarkt
    Polyneuropathie; Multiple Sklerose; Morbus Parkinson; Demenz; Epilepsie; Schlaganfall; Bandscheibenvorfall; Gonarthrose; Osteoporose
    Fibromyalgie; Psoriasis; Neurodermitis; Gürtelrose; Pneumonie; Harnwegsinfekt; Endometriose; Mammakarzinom; Melanom; Glaukom; Katarakt
    """,
    .fr: """
    Migraine avec Aura; Polyarthrite Rhumatoïde; Dépression; Diabète de type 2; Hypertension Artérielle; Fibrillation Auriculaire; Asthme
    BPCO; Insuffisance Rénale; Hypothyroïdie; Trouble Anxieux; Schizophrénie; Maladie de Crohn; Maladie Cœliaque; Pancréatite; Goutte
    Appendicite; Hépatite C; Cirrhose; Anémie; Embolie Pulmonaire; Insuffisance Cardiaque; Infarctus du Myocarde; Sclérose en Plaques
    Maladie de Parkinson; Épilepsie; AVC; Sciatique; Hernie Discale; Arthrose; Ostéoporose; Fibromyalgie; Psoriasis; Zona; Pneumopathie
    Infection Urinaire; Endométriose; Cancer du Sein; Mélanome; Glaucome; Cataracte; Apnée du Sommeil; Otite; Sinusite; Lupus
    """,
    .es: """
    Migraña con Aura; Artritis Reumatoide; Depresión Mayor; Diabetes Mellitus tipo 2; Hipertensión Arterial; Fibrilación Auricular; Asma
    EPOC; Insuficiencia Renal; Hipotiroidismo; Trastorno de Ansiedad; Esquizofrenia; Enfermedad de Crohn; Enfermedad Celíaca; Pancreatitis
    Apendicitis; Hepatitis C; Cirrosis; Anemia; Embolia Pulmonar; Insuficiencia Cardíaca; Infarto de Miocardio; Esclerosis Múltiple; Gota
    Enfermedad de Parkinson; Epilepsia; Ictus; Ciática; Hernia Discal; Artrosis; Osteoporosis; Fibromialgia; Psoriasis; Herpes Zóster
    Neumonía; Infección Urinaria; Endometriosis; Cáncer de Mama; Melanoma; Glaucoma; Cataratas; Apnea del Sueño; Otitis; Lupus
    """,
    .it: """
    Emicrania con Aura; Artrite Reumatoide; Depressione Maggiore; Diabete Mellito tipo 2; Ipertensione Arteriosa; Fibrillazione Atriale
    Asma; BPCO; Insufficienza Renale; Ipotiroidismo; Disturbo d'Ansia; Schizofrenia; Morbo di Crohn; Celiachia; Pancreatite; Appendicite
    Epatite C; Cirrosi; Anemia; Embolia Polmonare; Scompenso Cardiaco; Infarto Miocardico; Sclerosi Multipla; Morbo di Parkinson; Ictus
    Epilessia; Sciatalgia; Ernia del Disco; Artrosi; Osteoporosi; Fibromialgia; Psoriasi; Herpes Zoster; Polmonite; Cistite; Gotta
    Endometriosi; Carcinoma Mammario; Melanoma; Glaucoma; Cataratta; Otite; Sinusite; Lupus; Tonsillite; Vertigini
    """,
    .pt: """
    Enxaqueca com Aura; Artrite Reumatoide; Depressão; Diabetes Mellitus tipo 2; Hipertensão Arterial; Fibrilhação Auricular; Asma; DPOC
    Insuficiência Renal; Hipotiroidismo; Perturbação de Ansiedade; Esquizofrenia; Doença de Crohn; Doença Celíaca; Pancreatite; Gota
    Apendicite; Hepatite C; Cirrose; Anemia; Embolia Pulmonar; Insuficiência Cardíaca; Enfarte do Miocárdio; Esclerose Múltipla; AVC
    Doença de Parkinson; Epilepsia; Ciática; Hérnia Discal; Artrose; Osteoporose; Fibromialgia; Psoríase; Zona; Pneumonia; Otite
    Infeção Urinária; Endometriose; Cancro da Mama; Melanoma; Glaucoma; Catarata; Apneia do Sono; Sinusite; Lúpus; Dengue
    """,
    .nl: """
    Migraine met Aura; Reumatoïde Artritis; Depressie; Diabetes Mellitus type 2; Hypertensie; Boezemfibrilleren; Astma; COPD; Jicht
    Nierinsufficiëntie; Hypothyreoïdie; Angststoornis; Schizofrenie; Ziekte van Crohn; Coeliakie; Pancreatitis; Appendicitis; Hepatitis C
    Levercirrose; Anemie; Longembolie; Hartfalen; Hartinfarct; Multiple Sclerose; Ziekte van Parkinson; Epilepsie; Beroerte; Ischias
    Hernia; Artrose; Osteoporose; Fibromyalgie; Psoriasis; Gordelroos; Longontsteking; Blaasontsteking; Endometriose; Borstkanker
    Melanoom; Glaucoom; Staar; Slaapapneu; Otitis; Sinusitis; Lupus; Dementie; Eczeem
    """,
    .pl: """
    Migrena z aurą; Reumatoidalne Zapalenie Stawów; Depresja; Cukrzyca typu 2; Nadciśnienie Tętnicze; Migotanie Przedsionków; Astma
    POChP; Niewydolność Nerek; Niedoczynność Tarczycy; Zaburzenia Lękowe; Schizofrenia; Choroba Crohna; Celiakia; Zapalenie Trzustki
    Zapalenie Wyrostka; Marskość Wątroby; Niedokrwistość; Zatorowość Płucna; Niewydolność Serca; Zawał Serca; Stwardnienie Rozsiane
    Choroba Parkinsona; Padaczka; Udar; Rwa Kulszowa; Dyskopatia; Osteoporoza; Fibromialgia; Łuszczyca; Półpasiec; Zapalenie Płuc
    Endometrioza; Rak Piersi; Czerniak; Jaskra; Zaćma; Bezdech Senny; Zapalenie Zatok; Toczeń; Dna Moczanowa; Anemia
    """,
  ]

  private static let drugs = """
    Metformin; Lisinopril; Amlodipine; Atorvastatin; Simvastatin; Rosuvastatin; Levothyroxine; Synthroid; Omeprazole; Pantoprazole
    Losartan; Valsartan; Metoprolol; Carvedilol; Bisoprolol; Hydrochlorothiazide; Furosemide; Lasix; Spironolactone; Warfarin; Coumadin
    Apixaban; Eliquis; Xarelto; Rivaroxaban; Clopidogrel; Plavix; Aspirin; Ibuprofen; Naproxen; Celecoxib; Acetaminophen; Tylenol
    Paracetamol; Tramadol; Oxycodone; Morphine; Fentanyl; Gabapentin; Pregabalin; Lyrica; Sertraline; Zoloft; Fluoxetine; Prozac
    Escitalopram; Lexapro; Citalopram; Venlafaxine; Duloxetine; Cymbalta; Bupropion; Wellbutrin; Mirtazapine; Trazodone; Quetiapine
    Seroquel; Olanzapine; Risperidone; Aripiprazole; Abilify; Lithium; Lamotrigine; Lamictal; Valproate; Depakote; Levetiracetam; Keppra
    Topiramate; Topamax; Sumatriptan; Imitrex; Rizatriptan; Propranolol; Lorazepam; Ativan; Alprazolam; Xanax; Diazepam; Clonazepam
    Zolpidem; Ambien; Adderall; Ritalin; Vyvanse; Albuterol; Ventolin; Symbicort; Advair; Montelukast; Singulair; Prednisone; Medrol
    Dexamethasone; Methotrexate; Humira; Adalimumab; Enbrel; Remicade; Rituximab; Hydroxychloroquine; Amoxicillin; Augmentin
    Azithromycin; Z-Pak; Cephalexin; Keflex; Ceftriaxone; Rocephin; Ciprofloxacin; Levofloxacin; Doxycycline; Bactrim; Vancomycin
    Zosyn; Clindamycin; Metronidazole; Flagyl; Fluconazole; Acyclovir; Valacyclovir; Tamiflu; Paxlovid; Insulin Glargine; Lantus; Humalog
    Novolog; Ozempic; Trulicity; Jardiance; Januvia; Glipizide; Allopurinol; Colchicine; Tamsulosin; Flomax; Finasteride; Zofran; Reglan
    Benadryl; Claritin; Zyrtec; Flonase; Nitroglycerin; Digoxin; Amiodarone; Heparin; Lovenox; Vitamin D; Folic Acid; Ferrous Sulfate
    """

  private static let procedures: [Language: String] = [
    .en: """
    Colonoscopy; Chest X-Ray; CXR; Echocardiogram; Transthoracic Echocardiogram; EKG; ECG; Stress Test; Nuclear Stress Test; Endoscopy; EGD
    Upper Endoscopy; CT Abdomen and Pelvis; CT Head; CT Angiogram; MRI Brain; MRI Lumbar Spine; PET Scan; Bone Scan; DEXA Scan
    Ultrasound; Renal Ultrasound; Doppler Ultrasound; Mammogram; Breast Biopsy; Skin Biopsy; Liver Biopsy; Bone Marrow Biopsy
    Lumbar Puncture; Thoracentesis; Paracentesis; Bronchoscopy; Pulmonary Function Tests; Spirometry; Sleep Study; EEG; EMG
    Nerve Conduction Study; Cardiac Catheterization; Coronary Angiogram; Coronary Artery Bypass Graft; CABG; Stent Placement
    Pacemaker Placement; Total Knee Replacement; Total Hip Arthroplasty; ACL Reconstruction; Rotator Cuff Repair; Lumbar Fusion
    Laparoscopic Cholecystectomy; Laparoscopic Appendectomy; Inguinal Hernia Repair; Hysterectomy; Cesarean Section; Tubal Ligation
    Dilation and Curettage; Vasectomy; Prostate Biopsy; Cystoscopy; TURP; Lithotripsy; Tonsillectomy; Septoplasty; Thyroidectomy
    Mastectomy; Lumpectomy; Cataract Extraction; LASIK; Root Canal; Wisdom Teeth Extraction; Physical Therapy; Occupational Therapy
    Cognitive Behavioral Therapy; Dialysis; Hemodialysis; Chemotherapy; Radiation Therapy; Blood Transfusion; Complete Blood Count
    Basic Metabolic Panel; Lipid Panel; Thyroid Panel; Liver Function Tests; Urinalysis; Urine Culture; Blood Cultures; Hemoglobin A1c
    Pap Smear; Wound Care; Foley Catheter Placement; Central Line Placement; Chest Tube; Intubation; Incision and Drainage; Skin Graft
    """,
    .de: """
    Koloskopie; Gastroskopie; Röntgen-Thorax; Echokardiographie; EKG; Belastungs-EKG; MRT Schädel; CT Abdomen; Sonographie; Mammographie
    Lumbalpunktion; Bronchoskopie; Spirometrie; EEG; Herzkatheter; Bypass-Operation; Hüft-TEP; Knie-TEP; Appendektomie; Cholezystektomie
    Leistenbruch-OP; Hysterektomie; Kaiserschnitt; Zystoskopie; Tonsillektomie; Physiotherapie; Dialyse; Chemotherapie; Blutbild; Urinstatus
    """,
    .fr: """
    Coloscopie; Fibroscopie; Radiographie Thoracique; Échographie; Échocardiographie; ECG; IRM Cérébrale; Scanner Abdominal; Mammographie
    Ponction Lombaire; Bronchoscopie; Spirométrie; EEG; Coronarographie; Pontage; Prothèse de Hanche; Appendicectomie; Cholécystectomie
    Hystérectomie; Césarienne; Amygdalectomie; Kinésithérapie; Dialyse; Chimiothérapie; Bilan Sanguin; Prise de Sang; Biopsie
    """,
    .es: """
    Colonoscopia; Gastroscopia; Radiografía de Tórax; Ecografía; Ecocardiograma; Electrocardiograma; Resonancia Magnética; TAC Abdominal
    Mamografía; Punción Lumbar; Broncoscopia; Espirometría; Cateterismo; Bypass Coronario; Prótesis de Cadera; Apendicectomía; Cesárea
    Colecistectomía; Histerectomía; Amigdalectomía; Fisioterapia; Diálisis; Quimioterapia; Hemograma; Analítica; Biopsia; Urocultivo
    """,
    .it: """
    Colonscopia; Gastroscopia; Radiografia del Torace; Ecografia; Ecocardiogramma; Elettrocardiogramma; Risonanza Magnetica; TAC Addome
    Mammografia; Puntura Lombare; Broncoscopia; Spirometria; Coronarografia; Bypass Coronarico; Protesi d'Anca; Appendicectomia; Taglio Cesareo
    Colecistectomia; Isterectomia; Tonsillectomia; Fisioterapia; Dialisi; Chemioterapia; Emocromo; Esame delle Urine; Biopsia
    """,
    .pt: """
    Colonoscopia; Endoscopia; Radiografia do Tórax; Ecografia; Ecocardiograma; Eletrocardiograma; Ressonância Magnética; TAC Abdominal
    Mamografia; Punção Lombar; Broncoscopia; Espirometria; Cateterismo; Bypass Coronário; Prótese da Anca; Apendicectomia; Cesariana
    Colecistectomia; Histerectomia; Amigdalectomia; Fisioterapia; Diálise; Quimioterapia; Hemograma; Análises; Biópsia; Urocultura
    """,
    .nl: """
    Coloscopie; Gastroscopie; Thoraxfoto; Echocardiogram; ECG; MRI Hersenen; CT Abdomen; Echografie; Mammografie; Lumbaalpunctie
    Bronchoscopie; Spirometrie; EEG; Hartkatheterisatie; Bypassoperatie; Heupprothese; Appendectomie; Galblaasoperatie; Keizersnede
    Liesbreukoperatie; Amandelen Verwijderen; Fysiotherapie; Dialyse; Chemotherapie; Bloedonderzoek; Urineonderzoek; Biopsie
    """,
    .pl: """
    Kolonoskopia; Gastroskopia; RTG Klatki Piersiowej; Echo Serca; EKG; Rezonans Magnetyczny; Tomografia Komputerowa; USG Brzucha
    Mammografia; Punkcja Lędźwiowa; Bronchoskopia; Spirometria; EEG; Koronarografia; Pomostowanie; Endoproteza Biodra; Appendektomia
    Cholecystektomia; Histerektomia; Cięcie Cesarskie; Rehabilitacja; Dializa; Chemioterapia; Morfologia; Badanie Moczu; Biopsja
    """,
  ]

  private static let peoples: [Language: String] = [
    .en: """
    Sami; Roma; Maori; Kurds; Muslims; Arabs; Basques; Tamils; Berbers; Tuareg; Bedouin; Copts; Druze; Alawites; Yazidis; Assyrians
    Armenians; Azeris; Chechens; Tatars; Crimean Tatars; Uyghurs; Tibetans; Mongols; Hmong; Rohingya; Karens; Sikhs; Hindus; Buddhists
    Jains; Jews; Christians; Catholics; Protestants; Lutherans; Baptists; Methodists; Quakers; Mormons; Amish; Mennonites; Sunnis; Shiites
    Zulus; Xhosa; Hausa; Yoruba; Igbo; Fulani; Maasai; Kikuyu; Hutus; Tutsis; Somalis; Oromo; Amhara; Inuit; Cree; Cherokee; Navajo; Apache
    Lakota; Mohawk; Iroquois; Ojibwe; Métis; Aymara; Quechua; Mapuche; Guarani; Mayans; Aztecs; Incas; Aboriginals; Polynesians; Pashtuns
    Hazaras; Tajiks; Uzbeks; Turkmens; Baloch; Punjabis; Bengalis; Gujaratis; Sinhalese; Malays; Javanese; Han Chinese; Hui; Ainu; Romani
    Catalans; Bretons; Corsicans; Welsh; Scots; Frisians; Flemings; Walloons; Sorbs; Slavs; Serbs; Croats; Bosniaks; Albanians; Cossacks
    Afrikaners; Latinos; Hispanics; African Americans; Native Americans; Asians; Europeans; Scandinavians; Vikings; Romans; Normans; Saxons
    Ottomans; Persians; Phoenicians; Sikhs; Jehovah's Witnesses; Seventh-day Adventists; Kashmiris; Palestinians; Sahrawis; Kanaks; Papuans
    """,
    .de: """
    Kurden; Sinti; Roma; Muslime; Araber; Basken; Tamilen; Berber; Tuareg; Beduinen; Kopten; Drusen; Aleviten; Jesiden; Armenier
    Tschetschenen; Tataren; Uiguren; Tibeter; Rohingya; Sikhs; Hindus; Buddhisten; Juden; Christen; Katholiken; Protestanten; Zeugen Jehovas
    Sunniten; Schiiten; Massai; Hutu; Tutsi; Somalier; Inuit; Samen; Sorben; Friesen; Katalanen; Bretonen; Wallonen; Flamen; Serben; Kroaten
    Bosniaken; Albaner; Kosaken; Paschtunen; Maori; Aborigines; Wikinger; Römer; Osmanen; Slawen; Schwaben; Bayern; Sachsen
    """,
    .fr: """
    Kurdes; Roms; Musulmans; Arabes; Basques; Tamouls; Berbères; Kabyles; Touaregs; Bédouins; Coptes; Druzes; Yézidis; Arméniens
    Tchétchènes; Tatars; Ouïghours; Tibétains; Rohingyas; Sikhs; Hindous; Bouddhistes; Juifs; Chrétiens; Catholiques; Protestants
    Sunnites; Chiites; Massaïs; Hutus; Tutsis; Peuls; Somaliens; Inuits; Samis; Bretons; Corses; Catalans; Wallons; Flamands; Serbes; Croates
    Bosniaques; Albanais; Pachtounes; Maoris; Aborigènes; Vikings; Romains; Ottomans; Slaves; Alsaciens; Normands; Canaques
    """,
    .es: """
    kurdos; gitanos; musulmanes; árabes; vascos; tamiles; bereberes; tuaregs; beduinos; coptos; drusos; armenios; chechenos; tártaros
    uigures; tibetanos; rohinyás; sijs; hindúes; budistas; judíos; cristianos; católicos; protestantes; suníes; chiíes; masáis; hutus; tutsis
    somalíes; inuits; samis; mapuches; quechuas; aimaras; guaraníes; mayas; aztecas; incas; catalanes; gallegos; bretones; serbios; croatas
    Kurdos; Musulmanes; Mapuches; Quechuas; Mayas; Aztecas; Incas; Guaraníes; Testigos de Jehová; Saharauis; Maoríes; Vikingos
    """,
    .it: """
    curdi; rom; sinti; musulmani; arabi; baschi; tamil; berberi; tuareg; beduini; copti; drusi; armeni; ceceni; tatari; uiguri; tibetani
    rohingya; sikh; indù; buddisti; ebrei; cristiani; cattolici; protestanti; sunniti; sciiti; masai; hutu; tutsi; somali; inuit; sami
    mapuche; maya; aztechi; inca; catalani; bretoni; serbi; croati; bosgnacchi; albanesi; Curdi; Rom; Sinti; Musulmani; Ebrei; Armeni
    Maori; Etruschi; Romani; Vichinghi; Longobardi; Testimoni di Geova; Sardi; Valdesi
    """,
    .pt: """
    curdos; ciganos; muçulmanos; árabes; bascos; tâmeis; berberes; tuaregues; beduínos; coptas; drusos; arménios; chechenos; tártaros
    uigures; tibetanos; sikhs; hindus; budistas; judeus; cristãos; católicos; protestantes; sunitas; xiitas; hutus; tutsis; somalis; inuítes
    Guaranis; Ianomâmis; Tupis; Xavantes; Pataxós; Quilombolas; maias; astecas; incas; catalães; galegos; sérvios; croatas; Curdos
    Muçulmanos; Maoris; Testemunhas de Jeová; Mapuches; Zulus; Macuas
    """,
    .nl: """
    Koerden; Roma; Sinti; Moslims; Arabieren; Basken; Tamils; Berbers; Toearegs; Bedoeïenen; Kopten; Druzen; Alevieten; Jezidi's; Armeniërs
    Tsjetsjenen; Tataren; Oeigoeren; Tibetanen; Rohingya; Sikhs; Hindoes; Boeddhisten; Joden; Christenen; Katholieken; Protestanten
    Soennieten; Sjiieten; Masai; Hutu's; Tutsi's; Somaliërs; Inuit; Samen; Friezen; Vlamingen; Walen; Catalanen; Serviërs; Kroaten
    Bosniakken; Albanezen; Pasjtoenen; Maori's; Vikingen; Romeinen; Molukkers; Surinamers; Antillianen; Limburgers
    """,
    .pl: """
    Kurdowie; Romowie; Muzułmanie; Arabowie; Baskowie; Tamilowie; Berberowie; Tuaregowie; Beduini; Koptowie; Druzowie; Jezydzi; Ormianie
    Czeczeni; Tatarzy; Ujgurzy; Tybetańczycy; Sikhowie; Żydzi; Łemkowie; Kaszubi; Ślązacy; Masajowie; Hutu; Tutsi; Somalijczycy; Inuici
    Katalończycy; Serbowie; Chorwaci; Albańczycy; Kozacy; Pasztunowie; Maorysi; Wikingowie; Rzymianie; Słowianie; Krzyżacy; Flamandowie
    """,
  ]

  private static let ethnic = """
    Kurdish; Sami; Tamil; Basque; Catalan; Maori; Roma; Romani; Berber; Tuareg; Bedouin; Coptic; Druze; Yazidi; Assyrian; Armenian; Azeri
    Chechen; Tatar; Uyghur; Tibetan; Mongol; Hmong; Rohingya; Sikh; Hindu; Buddhist; Jewish; Muslim; Christian; Catholic; Protestant
    Lutheran; Baptist; Methodist; Quaker; Mormon; Amish; Sunni; Shia; Shiite; Zulu; Xhosa; Hausa; Yoruba; Igbo; Fulani; Maasai; Kikuyu; Hutu
    Tutsi; Somali; Oromo; Amharic; Inuit; Cree; Cherokee; Navajo; Apache; Lakota; Mohawk; Aymara; Quechua; Mapuche; Guarani; Mayan; Aztec
    Inca; Aboriginal; Polynesian; Pashtun; Pashto; Hazara; Tajik; Uzbek; Baloch; Punjabi; Bengali; Gujarati; Marathi; Telugu; Malayalam
    Sinhalese; Malay; Javanese; Breton; Corsican; Welsh; Scottish; Gaelic; Frisian; Flemish; Walloon; Sorbian; Slavic; Serbian; Croatian
    Bosniak; Albanian; Afrikaans; Swahili; Hispanic; Latino; Arab; Arabic; Persian; Farsi; Ottoman; Roman; Norman; Nordic; Baltic; Yiddish
    Hebrew; Mandarin; Cantonese; Tagalog; Ilocano; Cebuano; Khmer; Lao; Galician; Occitan; Romansh; Icelandic; Faroese; Finnish; Estonian
    """

  private static let currencies = """
    USD; EUR; GBP; JPY; CHF; TRL; TRY; SEK; NOK; DKK; ISK; PLN; CZK; HUF; RON; BGN; RUB; UAH; KZT; GEL; AMD; AZN; ILS; AED; SAR; QAR; KWD
    EGP; MAD; TND; NGN; KES; ZAR; GHS; INR; PKR; BDT; LKR; NPR; CNY; RMB; HKD; TWD; KRW; THB; VND; IDR; MYR; SGD; PHP; AUD; NZD; CAD; MXN
    BRL; ARS; CLP; COP; PEN; UYU; BTC; ETH; USDT; DEM; FRF; ITL; ESP; ATS; NLG; BEF; HRK; ECU; XAU; CHF
    """

  private static let acronyms = """
    PDF; MRN; API; DOB; SSN; FAQ; HTML; URL; USB; GPS; ATM; PIN; VAT; TIN; EIN; IBAN; BIC; SWIFT; ISBN; SKU; ETA; EOD; EOB; COB; ASAP; FYI; TBD
    TBA; N/A; RSVP; NDA; SLA; RFP; RFQ; SOW; MOU; KPI; ROI; OKR; CEO; CFO; CTO; COO; CIO; HR; PR; IT; R&D; B2B; B2C; SaaS; CRM; ERP; BI; AI; ML
    LLM; GPU; CPU; RAM; SSD; HDD; LAN; WAN; VPN; DNS; DHCP; HTTP; HTTPS; TCP; UDP; SSH; SSL; TLS; FTP; SMTP; IMAP; JSON; XML; CSV; SQL; YAML
    CI; CD; QA; UAT; MVP; POC; UI; UX; CSS; JS; SDK; IDE; PR; LGTM; WIP; EOL; RCA; SEV; P1; ICU; ER; ED; OR; OT; PT; CBC; BMP; CMP; LFT; TSH; INR
    CT; MRI; EKG; ECG; BP; HR; RR; BMI; UTI; DVT; PE; MI; CHF; CKD; NPO; PRN; BID; TID; QID; DNR; PCP; NKDA; HPI; PMH; ROS; SOAP; GDP; CPI; IPO
    ETF; REIT; EBITDA; APR; APY; GAAP; IFRS; HIPAA; GDPR; KYC; AML; ESG; DIY; LED; LCD; HDMI; HVAC; SUV; GPA; SAT; PhD; MBA; BSc; DNA; RNA; PCR; HIV
    """

  private static let institutions: [Language: String] = [
    .en: """
    Court; Ministry; Board; Commission; Directorate; Municipality; University; Company; Government; Council
    Committee; Department; Agency; Authority; Tribunal; Chamber; Registry; Registrar; Bench; Parliament; Senate
    Assembly; Congress; House; Cabinet; Treasury; State; Crown; Prosecution; Ombudsman; Bank; Fund; Trust
    Foundation; Association; Union; Federation; Institute; Faculty; College; School; Hospital; Clinic; Police
    Army; Navy; Church; Diocese; Magistrates; Secretariat; Inspectorate; County; Customs
    """,
    .de: """
    das Gericht; das Ministerium; die Kommission; die Behörde; die Gemeinde; die Universität; die Gesellschaft
    die Regierung; die Stadt; die Kammer; das Amt; das Institut; die Polizei; die Staatsanwaltschaft
    die Verwaltung; die Bank; die Versicherung; die Kirche; das Land; die Geschäftsführung
    die Personalabteilung; das Finanzamt; das Jugendamt; das Verwaltungsgericht; die Berufungskammer
    das Parlament; die Stiftung; die Schule; die Klinik; das Sozialamt; die Krankenkasse
    """,
    .fr: """
    la Cour; le Tribunal; le Ministère; la Commission; le Conseil; la Mairie; la Préfecture; le Gouvernement
    le Parlement; la Direction; le Comité; la Société; l'Université; l'Administration; l'État; la Chambre
    la Banque; la Police; le Parquet; le Rectorat; l'Assemblée; la Compagnie; le Sénat
    """,
    .es: """
    el Tribunal; el Juzgado; la Corte; el Ministerio; la Comisión; el Consejo; el Ayuntamiento; el Gobierno
    el Parlamento; la Dirección; el Comité; la Sociedad; la Universidad; la Administración; el Estado; la Sala
    el Banco; la Policía; la Fiscalía; la Asamblea; el Senado; la Compañía; la Junta; la Alcaldía
    """,
    .it: """
    la Corte; il Tribunale; il Ministero; la Commissione; il Consiglio; il Comune; la Prefettura; il Governo
    il Parlamento; la Direzione; il Comitato; la Società; l'Università; l'Amministrazione; lo Stato; la Camera
    la Banca; la Polizia; la Procura; l'Assemblea; il Senato; la Cassazione; la Giunta; l'Azienda; la Regione
    la Provincia
    """,
    .pt: """
    o Tribunal; o Ministério; a Comissão; o Conselho; a Câmara; a Prefeitura; o Governo; o Parlamento; a Direção
    o Comité; a Sociedade; a Universidade; a Administração; o Estado; o Banco; a Polícia; a Assembleia; o Senado
    a Junta; a Direção-Geral; a Empresa; a Procuradoria; a Secretaria; o Município; a Reitoria
    """,
    .nl: """
    de Rechtbank; het Gerechtshof; het Ministerie; de Commissie; de Raad; de Gemeente; de Regering
    het Parlement; de Directie; het Comité; de Vennootschap; de Universiteit; de Staat; de Kamer; de Bank
    de Politie; de Provincie; de Ondernemingsraad; de Inspectie; de Belastingdienst; de Griffie; het College
    de Stichting
    """,
    .pl: """
    Sąd; Ministerstwo; Komisja; Rada; Gmina; Rząd; Sejm; Senat; Zarząd; Dyrekcja; Komitet; Spółka; Uniwersytet
    Urząd; Bank; Policja; Prokuratura; Dziekanat; Kuratorium; Starostwo; Inspektorat; Zgromadzenie; Wydział
    Biuro; Izba
    """,
  ]

  /// Institutions whose name says which one they are, at least within their country; without article.
  private static let offices: [Language: String] = [
    .en: """
    Grand Chamber; Public Prosecutor; Attorney General; School Board; Fire Department; District Court
    Regional Court; Supreme Court; Constitutional Court; Court of Appeal; Court of Cassation
    Administrative Court; High Court; Labour Court; Civil Court; Criminal Court; Assize Court; Appeals Board
    Board of Directors; Management Board; Supervisory Board; Executive Committee; Works Council
    General Assembly; General Directorate; Land Registry; Tax Office; Tax Authority; City Council; Town Hall
    Planning Committee; Housing Department; Social Services; Immigration Service; Border Police; Central Bank
    Stock Exchange; Human Resources; Legal Department; Finance Department; Planning Authority; Medical Board
    Ethics Committee; Review Panel; Parole Board; Security Council; Electoral Commission; Competition Authority
    Data Protection Authority; Press Office; Ministry of Finance; Ministry of Health; Ministry of Justice
    Ministry of the Interior; Ministry of Education; Ministry of Foreign Affairs; Ministry of Defence
    Department of Labor; Department of Justice; Department of Transportation; House of Commons
    House of Representatives; National Guard; Coast Guard; Patent Office; Immigration Board; Housing Board
    Federal Court; County Court; District Attorney's Office; Public Prosecutor's Office; Industrial Tribunal
    Employment Tribunal; Revenue Service; Social Insurance Board; National Audit Office
    Central Statistics Office; Environmental Protection Agency
    """,
    .de: """
    Bundesgerichtshof; Bundesverfassungsgericht; Finanzministerium; Innenministerium; Auswärtiges Amt
    Bundesagentur für Arbeit; Landgericht; Amtsgericht; Oberlandesgericht; Deutsche Rentenversicherung
    """,
    .fr: """
    Cour d'appel; Cour de cassation; Conseil d'administration; Conseil municipal; Direction générale
    Ministère de la Justice; Ministère des Finances; Conseil d'État; Assemblée nationale; Tribunal administratif
    Caisse d'allocations familiales
    """,
    .es: """
    Audiencia Provincial; Tribunal Supremo; Consejo de Administración; Dirección General; Ministerio de Hacienda
    Ministerio de Sanidad; Tribunal Constitucional; Seguridad Social; Agencia Tributaria; Guardia Civil
    """,
    .it: """
    Corte d'appello; Consiglio di Amministrazione; Direzione Generale; Ministero della Giustizia
    Ministero della Salute; Corte costituzionale; Agenzia delle Entrate; Guardia di Finanza
    """,
    .pt: """
    Ministério Público; Supremo Tribunal; Conselho de Administração; Ministério da Fazenda; Ministério da Saúde
    Tribunal de Contas; Polícia Federal; Banco Central; Receita Federal; Câmara dos Deputados
    """,
    .nl: """
    Openbaar Ministerie; Hoge Raad; Raad van Bestuur; Raad van State; Ministerie van Financiën; Tweede Kamer
    Immigratie- en Naturalisatiedienst; Centrale Raad van Beroep
    """,
    .pl: """
    Skarb Państwa; Sąd Rejonowy; Sąd Okręgowy; Sąd Najwyższy; Rada Nadzorcza; Rada Miasta; Urząd Skarbowy
    Ministerstwo Finansów; Ministerstwo Zdrowia; Trybunał Konstytucyjny; Najwyższa Izba Kontroli
    """,
  ]

  private static let parties: [Language: String] = [
    .en: """
    Seller; Buyer; Borrower; Lender; Plaintiff; Defendant; Claimant; Respondent; Applicant; Appellant; Petitioner; Complainant; Landlord
    Tenant; Lessor; Lessee; Licensor; Licensee; Contractor; Subcontractor; Consultant; Client; Customer; Supplier; Vendor; Purchaser
    Employer; Employee; Executive; Guarantor; Trustee; Beneficiary; Settlor; Assignor; Assignee; Agent; Principal; Administrative Agent
    Holder; Noteholder; Shareholder; Stockholder; Investor; Issuer; Underwriter; Distributor; Franchisor; Franchisee; Publisher; Author
    Owner; Architect; Engineer; Insurer; Insured; Policyholder; Debtor; Creditor; Receiver; Liquidator; Executor; Testator; Grantor; Grantee
    Mortgagor; Mortgagee; Disclosing Party; Receiving Party; Indemnifying Party; Service Provider; Data Controller; Data Processor; Operator
    Manager; Managing Member; General Partner; Limited Partner; Parent; Subsidiary; Affiliate; Escrow Agent; Collateral Agent; Developer
    """,
    .de: """
    Käufer; Verkäufer; Mieter; Vermieter; Kläger; Beklagter; Antragsteller; Antragsgegner; Auftraggeber; Auftragnehmer; Arbeitgeber
    Arbeitnehmer; Darlehensgeber; Darlehensnehmer; Gläubiger; Schuldner; Bürge; Lizenzgeber; Lizenznehmer; Besteller; Lieferant; Mandant
    Versicherungsnehmer; Treuhänder; Gesellschafter; Geschäftsführer; Beschwerdeführer; Angeklagter; Nebenkläger; Erblasser
    """,
    .fr: """
    Vendeur; Acheteur; Bailleur; Locataire; Preneur; Demandeur; Défendeur; Requérant; Appelant; Intimé; Employeur; Salarié; Prêteur
    Emprunteur; Prestataire; Client; Fournisseur; Mandataire; Mandant; Assuré; Assureur; Associé; Actionnaire; Cédant; Cessionnaire
    """,
    .es: """
    Vendedor; Comprador; Arrendador; Arrendatario; Demandante; Demandado; Recurrente; Recurrido; Apelante; Empleador; Trabajador; Prestamista
    Prestatario; Proveedor; Cliente; Contratista; Mandante; Mandatario; Asegurado; Asegurador; Socio; Accionista; Cedente; Cesionario; Fiador
    """,
    .it: """
    Venditore; Acquirente; Locatore; Conduttore; Attore; Convenuto; Ricorrente; Resistente; Appellante; Datore di Lavoro; Lavoratore; Mutuante
    Mutuatario; Fornitore; Cliente; Appaltatore; Committente; Mandante; Mandatario; Assicurato; Assicuratore; Socio; Azionista; Cedente; Cessionario
    """,
    .pt: """
    Vendedor; Comprador; Senhorio; Arrendatário; Inquilino; Autor; Réu; Recorrente; Recorrido; Requerente; Empregador; Trabalhador; Mutuante
    Mutuário; Fornecedor; Cliente; Contratante; Contratada; Segurado; Segurador; Sócio; Acionista; Cedente; Cessionário; Fiador; Locador
    """,
    .nl: """
    Koper; Verkoper; Huurder; Verhuurder; Eiser; Gedaagde; Verzoeker; Verweerder; Appellant; Werkgever; Werknemer; Geldgever; Geldnemer
    Opdrachtgever; Opdrachtnemer; Leverancier; Klant; Licentiegever; Licentienemer; Verzekerde; Verzekeraar; Vennoot; Aandeelhouder; Borg
    """,
    .pl: """
    Sprzedawca; Kupujący; Wynajmujący; Najemca; Powód; Pozwany; Wnioskodawca; Uczestnik; Apelujący; Pracodawca; Pracownik; Pożyczkodawca
    Pożyczkobiorca; Zleceniodawca; Zleceniobiorca; Dostawca; Zamawiający; Wykonawca; Licencjodawca; Ubezpieczony; Wspólnik; Akcjonariusz
    """,
  ]

  private static let acts: [Language: String] = [
    .en: """
    Administrative Proceedings Act; Criminal Procedure Code; Code of Civil Procedure; Civil Code; Penal Code; Labour Code; Constitution
    Aliens Act; Immigration Act; Asylum Act; Data Protection Act; Companies Act; Securities Act; Bankruptcy Code; Insolvency Act; Housing Act
    Human Rights Act; Police Act; Mental Health Act; Children Act; Family Code; Marriage Act; Land Register Act; Expropriation Act; Tax Code
    Income Tax Act; Customs Act; Press Act; Broadcasting Act; Environmental Protection Act; Planning Act; Building Act; Road Traffic Act
    Public Procurement Act; Consumer Rights Act; Employment Rights Act; Equality Act; Freedom of Information Act; Prison Rules; Rules of Court
    Rules of Procedure; Statute of Limitations; Convention; Treaty; Protocol No. 1; Directive; Regulation; Charter; Bill of Rights
    First Amendment; Civil Rights Act; Fair Labor Standards Act; Clean Air Act; Patriot Act; Affordable Care Act; Uniform Commercial Code
    Prevention of Terrorism Act; Execution of Sentences Act; Judicature Act; Courts Act; Legal Aid Act; Pensions Act; Social Security Act
    Agreement; Lease; Amendment; Addendum; Schedule; Exhibit; Purchase Agreement; Loan Agreement; Credit Agreement; Settlement Agreement
    Term Sheet; Promissory Note; Security Agreement; Deed of Trust; Power of Attorney; Statement of Work; Terms and Conditions; Indenture
    """,
    .de: """
    Grundgesetz; Bürgerliches Gesetzbuch; Strafgesetzbuch; Zivilprozessordnung; Strafprozessordnung; Aufenthaltsgesetz; Asylgesetz
    Arbeitszeitgesetz; Kündigungsschutzgesetz; Handelsgesetzbuch; Aktiengesetz; Straßenverkehrsordnung; Betriebsverfassungsgesetz; Mietvertrag
    Kaufvertrag; Darlehensvertrag; Rahmenvereinbarung; Satzung; Hausordnung; Vollmacht; Testament; Datenschutz-Grundverordnung; Baugesetzbuch
    """,
    .fr: """
    Code civil; Code pénal; Code du travail; Code de procédure civile; Constitution; Convention; Traité; Loi de finances; Règlement intérieur
    Contrat de bail; Contrat de prêt; Avenant; Statuts; Protocole; Code de la route; Code de commerce; Charte; Décret; Conditions Générales
    """,
    .es: """
    Código Civil; Código Penal; Estatuto de los Trabajadores; Ley de Enjuiciamiento Civil; Constitución; Convenio; Tratado; Ley Orgánica
    Ley de Extranjería; Reglamento; Contrato de Arrendamiento; Contrato de Préstamo; Anexo; Estatutos; Real Decreto; Código de Comercio
    """,
    .it: """
    Codice Civile; Codice Penale; Codice di Procedura Civile; Costituzione; Convenzione; Trattato; Statuto dei Lavoratori; Regolamento
    Contratto di Locazione; Contratto di Mutuo; Allegato; Statuto; Decreto Legislativo; Codice della Strada; Testo Unico
    """,
    .pt: """
    Código Civil; Código Penal; Código do Trabalho; Código de Processo Civil; Constituição; Convenção; Tratado; Regulamento; Lei Orgânica
    Contrato de Arrendamento; Contrato de Mútuo; Anexo; Estatutos; Decreto-Lei; Código da Estrada; Lei Geral; Consolidação das Leis do Trabalho
    """,
    .nl: """
    Burgerlijk Wetboek; Wetboek van Strafrecht; Wetboek van Strafvordering; Grondwet; Vreemdelingenwet; Algemene Wet Bestuursrecht; Verdrag
    Huurovereenkomst; Koopovereenkomst; Leningsovereenkomst; Bijlage; Statuten; Reglement; Verordening; Wegenverkeerswet; Algemene Voorwaarden
    """,
    .pl: """
    Kodeks Cywilny; Kodeks Karny; Kodeks Pracy; Kodeks Postępowania Cywilnego; Konstytucja; Konwencja; Traktat; Regulamin; Ustawa
    Umowa Najmu; Umowa Pożyczki; Aneks; Statut; Rozporządzenie; Prawo Budowlane; Ordynacja Podatkowa; Prawo o Ruchu Drogowym
    """,
  ]

  /// Names that people give to animals.
  static let pets = """
    Whiskers Fluffy Rex Bella Max Luna Charlie Buddy Coco Rocky Daisy Milo Oscar Ginger Smokey Tiger Felix Simba Nala Shadow Patches Mittens
    Socks Boots Fido Rover Spot Lassie Duke Bear Bailey Cooper Sadie Molly Toby Biscuit Cookie Oreo Peanut Pepper Pumpkin Muffin Waffles
    Nugget Pickles Marble Snowball Snowy Midnight Boomer Ranger Scout Hunter Zeus Apollo Thor Loki Athena Bandit Lucky Sparky Skipper Gizmo
    Dobby Yoda Chewie Pippin Bilbo Frodo Garfield Sylvester Tweety Polly Nemo Dory Bugs Thumper Bambi Dumbo Silver Thunder Blaze Star Beauty
    Comet Dakota Jasper Winston Churchill Mozart Hugo Bruno Balou Minka Mimi Lilly Susi Waldi Bello Hasso Kira Mieze Felix
    """
  /// Names that were given to hurricanes and storms.
  static let storms = """
    Katrina Sandy Ian Harvey Irma Maria Andrew Rita Wilma Ike Gustav Florence Michael Dorian Laura Ida Fiona Otis Milton Helene Hugo Camille
    Mitch Isabel Charley Frances Ivan Jeanne Matthew Nate Irene Lee Debby Beryl Idalia Hilary Xynthia Lothar Kyrill Ciara Dennis Eunice
    Ophelia Desmond Haiyan Mangkhut Hagibis Yasi Tracy Nargis Idai Freddy
    """
  static let codeWords = """
    user order cart payment invoice token session request response handler manager controller client server cache queue worker task job event
    message record entry item list map node tree graph parser lexer scanner reader writer stream buffer channel socket thread pool lock mutex
    config setting option flag mode state status result error value key index count size total max min file path name type kind id data model
    view widget button panel dialog form field label table row column cell page sheet document image icon font color theme layout grid menu
    login auth role access policy rule filter sort query search match merge split load save open close read write update delete insert create
    build test mock stub runner listener adapter bridge proxy factory helper util service repository entity schema migration mark bill grant
    """
  /// An asterisk stands for a given name.
  static let titles = """
    The Last Lighthouse; Silent Harbour; The Midnight Library; Game of Crowns; Dragon's Keep; Star Voyage; The Crown Jewels; Breaking Dawn
    Finding *; Saving *; Being *; Goodbye, *; *'s Choice; *'s Garden; The Return of *; The Book of *; Hey *; Dear *; * in the Sky
    * and the Stone Tower; Super *; * Adventure 2; Doctor *; The Ballad of *; Waiting for *; Remember *; Who Killed *?; * Unchained
    World of Tanks; Call of Honor; Age of Kingdoms; Final Legend VII; Need for Velocity; Elder Rings; Red Dead Canyon; Grand Auto City
    The Office; Friends; Stranger Tides; The Good Doctor; House of Glass; Law & Honor; Grey Matters; The Big Short Story; Peaky Hats
    Bohemian Rhapsody; Purple Rain; Yesterday; Smoke on the River; Hotel Nevada; Born to Drive; Thunder Road; Sweet Summer; Blue Moon
    Pride and Patience; Great Hopes; The Hunger Trials; War of the Worlds; Treasure Harbour; The Secret Garden; A Winter's Tale; Gone Girls
    The Godmother; Jurassic Valley; Fast & Frantic; Mission: Improbable; Ocean's Nine; Kill Switch; Frozen Heart; Iron Maiden's Trooper
    Candy Smash; Farm Story; Angry Fish; Words With Strangers; Mystery Manor; Solitaire Classic; Chess Titans; Pocket Heroes
    """
}
