<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en_US">
<context>
    <name>AuditFaultText</name>
    <message>
        <source>the line is not as it was written</source>
        <translation>satır yazıldığı gibi değil</translation>
    </message>
    <message>
        <source>lines before this one are missing</source>
        <translation>bundan önceki satırlar eksik</translation>
    </message>
    <message>
        <source>the line does not follow on the one before: it was inserted or moved</source>
        <translation>satır öncekinin devamı değil: araya eklenmiş veya yeri değiştirilmiş</translation>
    </message>
    <message>
        <source>this line and what followed were cut off</source>
        <translation>bu satır ve sonrası kesilmiş</translation>
    </message>
    <message>
        <source>the seal is not the institution&apos;s: written by somebody without its key</source>
        <translation>mühür kurumun değil: anahtarı olmayan biri yazmış</translation>
    </message>
    <message>
        <source>the end marker is missing or damaged: lines may have been cut off here</source>
        <translation>son işareti yok veya bozuk: burada satırlar kesilmiş olabilir</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>dosya okunamıyor</translation>
    </message>
    <message>
        <source>another line stood here: from here back the trail was written anew</source>
        <translation>burada başka bir satır vardı: iz buraya kadar baştan yazılmış</translation>
    </message>
    <message>
        <source>this file and all others are gone: the folder was emptied</source>
        <translation>bu dosya ve ötekilerin hepsi yok: klasör boşaltılmış</translation>
    </message>
    <message>
        <source>there is no audit trail: nothing was written yet, or all of it was removed with everything that would tell</source>
        <translation>denetim izi yok: ya henüz hiçbir şey yazılmadı ya da iz, bunu gösterecek her şeyle birlikte silinmiş</translation>
    </message>
    <message>
        <source>from here on lines have no seal: the keychain could not be used, or they were written without the program; which of them, cannot be proven</source>
        <translation>buradan sonraki satırlar mühürsüz: ya anahtarlık kullanılamamış ya da bu satırlar program dışında yazılmış; hangisi olduğu kanıtlanamaz</translation>
    </message>
    <message>
        <source>the end was marked without the key of the line before it: lines may have been cut off here</source>
        <translation>son, önündeki satırın anahtarı olmadan işaretlenmiş: buradan satır kesilmiş olabilir</translation>
    </message>
    <message>
        <source>the mark outside the folder is missing or damaged, and it was kept here: an older state of the folder may have been put in its place</source>
        <translation>klasörün dışındaki im yok veya bozuk, oysa burada tutuluyordu: klasörün yerine eski bir hali konmuş olabilir</translation>
    </message>
    <message>
        <source>whole files are missing, and no line that can be checked says that retention removed them</source>
        <translation>dosyalar eksik ve denetlenebilen hiçbir satır, süreleri dolduğu için silindiklerini söylemiyor</translation>
    </message>
    <message>
        <source>old files were due to be removed here, and were kept: the files were not one chain as the program had written it</source>
        <translation>eski dosyaların süresi burada dolmuştu ama silinmediler: dosyalar, programın yazdığı biçimde kesintisiz bir zincir değildi</translation>
    </message>
    <message>
        <source>from here on lines are sealed with a key that is not the trail&apos;s own, or that this user&apos;s keychain does not hold for their institution: who wrote them cannot be proven</source>
        <translation>buradan sonraki satırlar, izin kendisinin olmayan veya bu kullanıcının anahtarlığında kurumları için bulunmayan bir anahtarla mühürlenmiş: kimin yazdığı kanıtlanamaz</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Ministry of Health</source>
        <translation>Sağlık Bakanlığı</translation>
    </message>
    <message>
        <source>Guide 003, %1</source>
        <translation>Kılavuz 003, %1</translation>
    </message>
    <message>
        <source>Checks before serving</source>
        <translation>Hizmet öncesi kontroller</translation>
    </message>
    <message>
        <source>USBS software producer</source>
        <translation>USBS yazılım üreticisi</translation>
    </message>
    <message>
        <source>The health facility that it will serve must be authorised to give USH</source>
        <translation>Hizmet vereceği sağlık tesisi USH vermeye yetkili olmalıdır</translation>
    </message>
    <message>
        <source>It must check whether the health professional that it will serve is authorised to practise the profession in Türkiye</source>
        <translation>Hizmet vereceği Sağlık meslek mensubunun Türkiye’de meslek ifasına yetkili olup olmadığını kontrol etmelidir</translation>
    </message>
    <message>
        <source>It must check the work permit document issued in the name of the health professional that it will serve at the health facility where they will give USH</source>
        <translation>Hizmet vereceği sağlık meslek mensubunun USH sunacağı sağlık tesisinde adına düzenlenmiş çalışma izni belgesini kontrol etmelidir</translation>
    </message>
    <message>
        <source>General Directorate of Health Information Systems</source>
        <translation>Sağlık Bilgi Sistemleri Genel Müdürlüğü</translation>
    </message>
    <message>
        <source>General Directorate of Health Information Systems stages</source>
        <translation>Sağlık Bilgi Sistemleri Genel Müdürlüğü aşamaları</translation>
    </message>
    <message>
        <source>USBS software producers apply to the KTS unit.</source>
        <translation>USBS Yazılım Üreticileri KTS Birimine Başvuru Yapar.</translation>
    </message>
    <message>
        <source>The software producer&apos;s documents are checked.</source>
        <translation>Yazılım Üreticisinin Evrak Kontrolü Yapılır.</translation>
    </message>
    <message>
        <source>The confidentiality agreement and the security undertaking are signed.</source>
        <translation>Gizlilik Sözleşmesi ve Güvenlik Taahhütnamesi İmzalanır.</translation>
    </message>
    <message>
        <source>The software producer is given a test company code, so that it can send data in the e-Nabız test environment.</source>
        <translation>Yazılım Üreticisine e-Nabız Test Ortamında Veri Gönderimi Yapabilmesi İçin Test Firma Kodu Verilir.</translation>
    </message>
    <message>
        <source>The software producer is given test data for the ÇKYS Test Doktor Bilgi Bankası.</source>
        <translation>Yazılım Üreticisine ÇKYS Test Doktor Bilgi Bankası İçin Test Verileri Verilir.</translation>
    </message>
    <message>
        <source>The software producer is given the data needed for the e-Rapor and e-Reçete test environment.</source>
        <translation>Yazılım Üreticisine e-Rapor ve e-Reçete Test Ortamı İçin Gerekli Veriler Verilir.</translation>
    </message>
    <message>
        <source>The software producer is given an appointment on a suitable date for the audits that are needed.</source>
        <translation>Yazılım Üreticisine Gerekli Denetimlerin Yapılabilmesi İçin Uygun Bir Tarihe Randevu Verilir.</translation>
    </message>
    <message>
        <source>Sending data to e-Nabız is tested.</source>
        <translation>E-nabız’a veri gönderimi test edilir.</translation>
    </message>
    <message>
        <source>The integration with the ÇKYS Test Doktor Bilgi Bankası is tested.</source>
        <translation>ÇKYS Test Doktor Bilgi Bankası ile entegrasyonu test edilir.</translation>
    </message>
    <message>
        <source>The integration with e-Rapor and e-Reçete is checked.</source>
        <translation>E-Rapor ve e-Reçete ile entegrasyonu kontrol edilir.</translation>
    </message>
    <message>
        <source>The USBS screens are checked.</source>
        <translation>USBS ekranlarının kontrolü yapılır.</translation>
    </message>
    <message>
        <source>Software producers who have completed the audit are given what they need for the services of the live environment.</source>
        <translation>Denetimi Tamamlayan Yazılım Üreticilerine Gerçek Ortam Servisleri İçin Gerekli Bilgiler Verilir.</translation>
    </message>
    <message>
        <source>Tests of conformity with the standards of sending data and of informatics</source>
        <translation>Veri Gönderim ve Bilişim Standartlarına Uygunluk Testleri</translation>
    </message>
    <message>
        <source>The integration of the USBS Doktor Bilgi Bankası web service is checked.</source>
        <translation>USBS Doktor Bilgi Bankası Web Servisi Entegrasyonu Kontrol Edilir.</translation>
    </message>
    <message>
        <source>The software producer is not announced in KTS until the integration of the Doktor Bilgi Bankası web service SUCCEEDS.</source>
        <translation>Doktor Bilgi Bankası Web Servisi Entegrasyonu BAŞARILI Olana Kadar Yazılım Üreticisi KTS’de İlan Edilmez.</translation>
    </message>
    <message>
        <source>USBS software producers who have completed the audit are announced in KTS.</source>
        <translation>Denetim Sürecini Tamamlayan USBS Yazılım Üreticileri KTS’ de İlan Edilir.</translation>
    </message>
    <message>
        <source>Published at https://kayittescil.saglik.gov.tr/.</source>
        <translation>https://kayittescil.saglik.gov.tr/ adresinde yayımlanır.</translation>
    </message>
    <message>
        <source>The ‘certificate of authorisation’ is given through KTS.</source>
        <translation>KTS Üzerinden ‘Yetki Belgesi’ Verilir.</translation>
    </message>
    <message>
        <source>Provincial health directorate stages</source>
        <translation>İl Sağlık Müdürlüğü aşamaları</translation>
    </message>
    <message>
        <source>Provincial health directorate (İSM)</source>
        <translation>İl Sağlık Müdürlüğü (İSM)</translation>
    </message>
    <message>
        <source>The health facility that will give USH applies to the İSM that it belongs to.</source>
        <translation>USH Verecek Olan Sağlık Tesisi Bağlı Bulunduğu İSM’ye Başvuru Yapar.</translation>
    </message>
    <message>
        <source>Health facility</source>
        <translation>Sağlık tesisi</translation>
    </message>
    <message>
        <source>The İSM checks the items of annex 1 of the regulation on ‘Giving Remote Health Services’.</source>
        <translation>İSM ‘Uzaktan Sağlık Hizmetlerinin Sunumu’ Hakkında Yönetmeliğin Ek-1 Maddelerini Kontrol Eder.</translation>
    </message>
    <message>
        <source>The İSM notifies the applicant within 15 days at the latest.</source>
        <translation>İSM Başvuru Sahibine En Geç 15 Gün İçerisinde Bildirim Yapar.</translation>
    </message>
    <message>
        <source>It sends the application to the General Directorate of Health Services.</source>
        <translation>İlgili Başvuruyu Sağlık Hizmetleri Genel Müdürlüğüne Gönderir.</translation>
    </message>
    <message>
        <source>General Directorate of Health Services stages</source>
        <translation>Sağlık Hizmetleri Genel Müdürlüğü aşamaları</translation>
    </message>
    <message>
        <source>General Directorate of Health Services (SHGM)</source>
        <translation>Sağlık Hizmetleri Genel Müdürlüğü (SHGM)</translation>
    </message>
    <message>
        <source>SHGM determines the fields of USH in which the health facility is authorised to give health services, and records them in ÇKYS.</source>
        <translation>SHGM Sağlık Tesisinin, Sağlık Hizmeti Sunmaya Yetkili Olduğu USH Alanlarını Belirler ve ÇKYS’ye Kaydeder.</translation>
    </message>
    <message>
        <source>It issues the USH ‘activity permit’ for the health facility that it approves.</source>
        <translation>Uygun Gördüğü Sağlık Tesisi İçin USH ‘Faaliyet İzin Belgesi’ Düzenler.</translation>
    </message>
    <message>
        <source>For health facilities of the Ministry, the Ministry may give the USH activity permit of its own accord.</source>
        <translation>Bakanlığa Bağlı Sağlık Tesisleri İçin Bakanlık Resen USH Faaliyet İzni Verebilir.</translation>
    </message>
    <message>
        <source>Requesting the use of the service</source>
        <translation>Servis kullanma talebinin iletilmesi</translation>
    </message>
    <message>
        <source>Guide 004, section 2</source>
        <translation>Kılavuz 004, 2. bölüm</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>Institutions that will use the service must, if they want to reach the service over the internet, send the IP addresses from which they go out to the internet and the contact details of the staff in charge.</source>
        <translation>Servisi kullanacak kurumlar eğer servise internet üzerinden erişmek istiyorlar ise internet çıkış IP&apos;lerini, sorumlu personellerinin iletişim bilgilerini iletmesi gerekmektedir.</translation>
    </message>
    <message>
        <source>Official letter with the access request form</source>
        <translation>Resmi yazı ve ekinde erişim talep formu</translation>
    </message>
    <message>
        <source>Institutions or organisations that want to use the service must send it to the Ministry of Health, General Directorate of Health Information Systems, by an official letter with the access request form attached.</source>
        <translation>Servisi kullanmak isteyen kurum veya kuruluşlar, Sağlık Bakanlığı Sağlık Bilgi Sistemleri Genel Müdürlüğüne resmi yazı ve ekinde erişim talep formu ile göndermesi gerekmektedir.</translation>
    </message>
    <message>
        <source>IP addresses from which it goes out to the internet</source>
        <translation>İnternet çıkış IP&apos;leri</translation>
    </message>
    <message>
        <source>Contact details of the staff in charge</source>
        <translation>Sorumlu personelin iletişim bilgileri</translation>
    </message>
    <message>
        <source>User name and password of the service</source>
        <translation>Servis için kullanıcı ve şifre bilgileri</translation>
    </message>
    <message>
        <source>If the request of the institution is approved, the user name and the password that the service needs are sent by e-mail and SMS to the institution&apos;s user named in the access request form attached to the official letter.</source>
        <translation>Kurum/kuruluşun talebi uygun görüldüğü takdirde servis için gerekli kullanıcı ve şifre bilgileri resmi yazı ekinde ki erişim talep formunda belirtilen kurum kullanıcısına mail ve SMS ile iletilecektir.</translation>
    </message>
    <message>
        <source>Steps of the HES code integration</source>
        <translation>HES kodu entegrasyon adımları</translation>
    </message>
    <message>
        <source>Local authority</source>
        <translation>Yerel yönetim</translation>
    </message>
    <message>
        <source>Guide 001, step %1</source>
        <translation>Kılavuz 001, %1. adım</translation>
    </message>
    <message>
        <source>Access request form</source>
        <translation>Erişim talep formu</translation>
    </message>
    <message>
        <source>The person authorised to follow the integration with the Ministry of Health for the local authority fills in the “access request form” under the heading “Institutional integration” at https://hayatevesigar.saglik.gov.tr/ and signs it with an electronic signature.</source>
        <translation>Yerel yönetim adına Sağlık Bakanlığı ile entegrasyon süreçlerini takip edecek yetkili kişi tarafından https://hayatevesigar.saglik.gov.tr/ adresinde “Kurumsal Entegrasyon” başlığı altında bulunan “Erişim Talep Formu” nun doldurularak elektronik imza ile imzalanır.</translation>
    </message>
    <message>
        <source>Official letter or KEP</source>
        <translation>Resmi yazı veya KEP</translation>
    </message>
    <message>
        <source>The local authority sends the “access request form” signed with an electronic signature to the Ministry of Health, General Directorate of Health Information Systems, through the KEP address sb@hs01.kep.tr or with a wet signature as an annex of an official letter. This official letter must also hold
a. that the person who filled in the access request form is authorised by the institution,
b. the TCKN, first name and surname of the authorised person.</source>
        <translation>Elektronik imza ile imzalanan “Erişim Talep Formu” nun Yerel yönetimler tarafından Sağlık Bakanlığı Sağlık Bilgi Sistemleri Genel Müdürlüğü’ne sb@hs01.kep.tr kep adresi üzerinden veya ıslak imza ile resmi yazı eki olarak gönderilir. Bu resmi yazı ayrıca,
a. Erişim talep formunu dolduran kişinin kurum tarafından yetkilendirildiğini,
b. Yetkilendirilen kişiye ait TCKN, ad, soyad bilgisini
içermelidir.</translation>
    </message>
    <message>
        <source>Protocol text, service document and test user</source>
        <translation>Protokol metni, servis dokümanı ve test kullanıcısı</translation>
    </message>
    <message>
        <source>The Ministry of Health assesses the official letter and sends
a. the text of the protocol,
b. the service document,
c. the user data of the test environment
by e-mail to the institution that asks for the integration.</source>
        <translation>Gelen resmi yazı Sağlık Bakanlığı tarafından değerlendirilerek
a. Protokol metni,
b. Servis dokümanı,
c. Test ortamı kullanıcı bilgileri
entegrasyon talebinde bulunan kuruma e-posta yolu ile iletilir.</translation>
    </message>
    <message>
        <source>Protocol and its signatures</source>
        <translation>Protokol süreci ve imzalar</translation>
    </message>
    <message>
        <source>In the course of the protocol after the e-mail sent by the Ministry of Health;
a. The local authority that asks for the integration sends the T.C. identity numbers, first names and surnames of the person or persons who will see the protocol through and of the person who will sign it (the mayor) to hesdestek@saglik.gov.tr. The e-mail address must be the same as the one told to the Ministry of Health with the “access request form”.
b. The person or persons who will see the protocol through are authorised to log in to the system.
c. The person authorised to see the protocol through enters with their own data at ‘Click for the access request form’ under the heading ‘Institutional integration’ at https://hayatevesigar.saglik.gov.tr/.
d. The menu of the protocol screen opens.
e. The protocol, ready to be signed, is uploaded to the system as a PDF file.
f. The mayor signs it with an electronic signature and it is stored in the system.
g. The protocol, signed electronically by the Ministry of Health, is sent by e-mail to the institution that asks for the integration, for information and for the archive.
h. The electronically signed protocol is sent by an official letter to the General Directorate of Health Information Systems, through the KEP address sb@hs01.kep.tr or by an official letter with a wet signature.</source>
        <translation>Sağlık Bakanlığı tarafından gönderilen e-posta sonrasında yürütülecek protokol sürecinde;
a. Entegrasyon talebinde bulunan yerel yönetim tarafından protokol sürecini yürütecek kişi ya da kişilerin ve protokolü imzalayacak kişinin (Belediye Başkanı) T.C. Kimlik Numaraları, ad, soyad bilgilerinin hesdestek@saglik.gov.tr adresine iletilir. e-posta adresi Sağlık Bakanlığına iletilen “Erişim Talep Formu” ile bildirilen e-posta adresi ile aynı olmalıdır.
b. Protokol sürecini yürütecek kişi/kişiler için sisteme giriş yetkisi tanımlanır.
c. Protokol sürecini yürütmek için yetkilendirilmiş kişi https://hayatevesigar.saglik.gov.tr/ adresinde bulunan ‘Kurumsal Entegrasyon’ başlığı altında ‘Erişim Talep Formu için tıklayınız’ alanına kendi bilgileriyle giriş yapar.
d. Protokol ekranı menüsü açılır.
e. İlgili protokolün imzaya hazır hali PDF dosyası olarak sisteme yüklenir.
f. İlgili belediye başkanı tarafından elektronik imza ile imzalanıp sisteme kaydedilir.
g. Sağlık Bakanlığı tarafından elektronik imza ile imzalanan protokol, bilgilendirme ve arşiv amaçlı e-posta yolu ile entegrasyon talebinde bulunan kuruma iletilir.
h. Protokolün elektronik imzalı hali resmi yazı ile Sağlık Bilgi Sistemleri Genel Müdürlüğü’ne sb@hs01.kep.tr kep adresi üzerinden veya ıslak imza ile resmi yazı gönderilir.</translation>
    </message>
    <message>
        <source>Test completed and told</source>
        <translation>Test sürecinin tamamlandığının bildirilmesi</translation>
    </message>
    <message>
        <source>The institution that has completed the integration in the test environment tells hesdestek@saglik.gov.tr by e-mail that it is complete.</source>
        <translation>Test ortamına ait entegrasyon işlemlerini tamamlayan kurum tarafından, sürecin tamamlandığı bilgisi hesdestek@saglik.gov.tr adresine e-posta yolu ile bildirilir.</translation>
    </message>
    <message>
        <source>Credentials of the live environment</source>
        <translation>Canlı ortam bilgileri</translation>
    </message>
    <message>
        <source>Of the live environment&apos;s data, the user name is sent to the e-mail address of the authorised person named in the access request form, and the password to their telephone by SMS.</source>
        <translation>Canlı ortam bilgileri erişim talep formunda belirtilen yetkili kişinin kullanıcı adı, e-posta adresine; şifre bilgisi ise telefonuna SMS ile bildirilir.</translation>
    </message>
    <message>
        <source>Official completion</source>
        <translation>Sürecin tamamlandığı yazısı</translation>
    </message>
    <message>
        <source>The institution is told by an official letter that the integration is complete.</source>
        <translation>Entegrasyon sürecinin tamamlandığı bilgisi ilgili kuruma resmi yazı ile iletilir.</translation>
    </message>
</context>
<context>
    <name>ConnectionText</name>
    <message>
        <source>The name %1 was not found. If no other page opens on this computer either, look at its network connection; otherwise the clinic&apos;s name service (DNS) does not know it.</source>
        <translation>%1 adı bulunamadı. Bu bilgisayarda başka sayfalar da açılmıyorsa ağ bağlantısına bakın; açılıyorsa bu adı kliniğin ad sunucusu (DNS) tanımıyor.</translation>
    </message>
    <message>
        <source>%1 refuses the connection on port %2. The clinic&apos;s firewall must let it through; if it does, the service is switched off.</source>
        <translation>%1 adresi %2 numaralı bağlantı noktasında bağlantıyı geri çeviriyor. Kliniğin güvenlik duvarı bu bağlantıya izin vermeli; izin veriyorsa servis kapalıdır.</translation>
    </message>
    <message>
        <source>%1 cannot be reached on port %2: nothing answers. The clinic&apos;s firewall must let it through, and the Ministry must have released the clinic&apos;s outgoing address.</source>
        <translation>%1 adresine %2 numaralı bağlantı noktasından ulaşılamıyor, yanıt gelmiyor. Kliniğin güvenlik duvarı bu bağlantıya izin vermeli, Bakanlık da kliniğin çıkış IP adresini tanımlamış olmalı.</translation>
    </message>
    <message>
        <source>The connection to %1 was cut. A firewall or a filter of the clinic&apos;s network does that.</source>
        <translation>%1 ile bağlantı kesildi. Bunu kliniğin ağındaki bir güvenlik duvarı veya filtre yapar.</translation>
    </message>
    <message>
        <source>The proxy %1 was not found. Correct the proxy setting of this computer (network/proxy).</source>
        <translation>%1 vekil sunucusu bulunamadı. Bu bilgisayarın vekil sunucu ayarını düzeltin (network/proxy).</translation>
    </message>
    <message>
        <source>The proxy %1 does not answer. Correct the proxy setting of this computer (network/proxy); if it is right, the proxy is switched off.</source>
        <translation>%1 vekil sunucusu yanıt vermiyor. Bu bilgisayarın vekil sunucu ayarını düzeltin (network/proxy); ayar doğruysa vekil sunucu kapalıdır.</translation>
    </message>
    <message>
        <source>The proxy %1 does not let %2 through. It must be allowed there.</source>
        <translation>%1 vekil sunucusu %2 adresine geçiş vermiyor. Bu adrese orada izin verilmeli.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a user name and a password, or refused those it got.</source>
        <translation>%1 vekil sunucusu kullanıcı adı ve parola istiyor ya da verilenleri kabul etmedi.</translation>
    </message>
    <message>
        <source>A page of the clinic&apos;s network came in the place of %1&apos;s answer. Log in to the network in a browser, or exempt %1 from the inspection.</source>
        <translation>%1 yerine kliniğin ağından bir sayfa yanıt verdi. Tarayıcıda ağa giriş yapın ya da %1 adresini bağlantı denetiminin dışında tutun.</translation>
    </message>
    <message>
        <source>The certificate of %1 was issued by “%2”, which this computer does not trust. If the clinic inspects connections, add that authority to the operating system&apos;s store or exempt %1; if not, somebody stands between.</source>
        <translation>%1 sertifikasını “%2” düzenlemiş; bu bilgisayar ona güvenmiyor. Klinikte şifreli bağlantılar denetleniyorsa bu kök sertifikayı işletim sisteminin deposuna ekleyin ya da %1 adresini denetim dışında tutun; denetlenmiyorsa araya giren biri var demektir.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. It must be renewed there; look at this computer&apos;s date as well.</source>
        <translation>%1 sertifikasının süresi dolmuş. Karşı tarafta yenilenmesi gerekir; bu bilgisayarın tarihine de bakın.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet, so the date of this computer is most likely wrong. Correct date and time.</source>
        <translation>%1 sertifikası henüz geçerli değil; büyük olasılıkla bu bilgisayarın tarihi yanlış. Tarih ve saati düzeltin.</translation>
    </message>
    <message>
        <source>The certificate of %1 only seems to be invalid, because the date of this computer is wrong. Correct date and time.</source>
        <translation>%1 sertifikası yalnızca bu bilgisayarın tarihi yanlış olduğu için geçersiz görünüyor. Tarih ve saati düzeltin.</translation>
    </message>
    <message>
        <source>Another server answers at the address of %1: its certificate is for another name. Look at the name service (DNS) and the inspection of connections.</source>
        <translation>%1 adresinde başka bir sunucu yanıt veriyor: sertifikası başka bir ada düzenlenmiş. Ad sunucusuna (DNS) ve bağlantı denetimine bakın.</translation>
    </message>
    <message>
        <source>No safe connection to %1 came about (TLS). A firewall or an inspection of connections cuts it.</source>
        <translation>%1 ile güvenli bağlantı kurulamadı (TLS). Bir güvenlik duvarı veya bağlantı denetimi engelliyor.</translation>
    </message>
    <message>
        <source>The connection to %1 is inspected: “%2”, an authority added on this computer, vouches for it. It works; if that is not meant, ask who added it.</source>
        <translation>%1 ile bağlantı denetleniyor: sertifikası, bu bilgisayara sonradan eklenmiş “%2” kökünden geliyor. Bağlantı çalışıyor; bu bilerek yapılmadıysa kimin eklediğini sorun.</translation>
    </message>
    <message>
        <source>The certificate of %1 expires within two weeks. It must be renewed there.</source>
        <translation>%1 sertifikasının süresi iki hafta içinde dolacak. Karşı tarafta yenilenmesi gerekir.</translation>
    </message>
    <message>
        <source>No address is entered for this service (%1). Enter it in the settings.</source>
        <translation>Bu servis için adres girilmemiş (%1). Ayarlarda girin.</translation>
    </message>
    <message>
        <source>%1 takes the connection but does not answer. Try again later.</source>
        <translation>%1 bağlantıyı kabul ediyor ama yanıt vermiyor. Daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 is out of order at the moment. Nothing is wrong here; try again later.</source>
        <translation>%1 şu anda hizmet veremiyor. Sorun sizde değil; daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 sends a web page in the place of its answer, as during maintenance. Try again later.</source>
        <translation>%1 yanıt yerine bir web sayfası gönderiyor; bakımda olabilir. Daha sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 sends an answer that cannot be understood. Try again later, and check the address.</source>
        <translation>%1 adresinden gelen yanıt anlaşılamıyor. Daha sonra yeniden deneyin, adresi de kontrol edin.</translation>
    </message>
    <message>
        <source>What the login needs is not stored on this computer (%1). Enter it in the settings.</source>
        <translation>Giriş için gerekli bilgi bu bilgisayarda kayıtlı değil (%1). Ayarlarda girin.</translation>
    </message>
    <message>
        <source>The service refused the institution&apos;s login. Check institution code, password and application code; the password is not sent again by itself.</source>
        <translation>Servis, kurumun giriş bilgilerini kabul etmedi. Kurum kodunu, parolayı ve uygulama kodunu kontrol edin; parola kendiliğinden yeniden gönderilmez.</translation>
    </message>
    <message>
        <source>The password store of this computer cannot be used. Unlock it, or install one.</source>
        <translation>Bu bilgisayarın anahtarlığı (parola deposu) kullanılamıyor. Kilidini açın ya da bir anahtarlık kurun.</translation>
    </message>
    <message>
        <source>the service tells no time</source>
        <translation>servis saatini bildirmiyor</translation>
    </message>
    <message>
        <source>needs a doctor: log in, or name one</source>
        <translation>hekim gerekir: giriş yapın ya da bir hekim belirtin</translation>
    </message>
    <message>
        <source>no application code is entered (ogn/applicationCode)</source>
        <translation>uygulama kodu girilmemiş (ogn/applicationCode)</translation>
    </message>
    <message>
        <source>cannot be tried without somebody&apos;s HES code</source>
        <translation>bir HES kodu olmadan denenemez</translation>
    </message>
    <message>
        <source>e-Rapor</source>
        <translation>e-Rapor</translation>
    </message>
    <message>
        <source>Teleradiology: login (OGN)</source>
        <translation>Teleradyoloji: giriş (OGN)</translation>
    </message>
    <message>
        <source>Teleradiology: images</source>
        <translation>Teleradyoloji: görüntüler</translation>
    </message>
    <message>
        <source>Teleradiology: viewer</source>
        <translation>Teleradyoloji: görüntüleyici</translation>
    </message>
    <message>
        <source>HES</source>
        <translation>HES</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Vekil sunucu</translation>
    </message>
    <message>
        <source>Name (DNS)</source>
        <translation>Ad çözümleme (DNS)</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>Certificate (TLS)</source>
        <translation>Sertifika (TLS)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Yanıt</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Saat</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Giriş</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Bu bilgisayar</translation>
    </message>
    <message>
        <source>The clinic&apos;s network</source>
        <translation>Kliniğin ağı</translation>
    </message>
    <message>
        <source>The login data</source>
        <translation>Giriş bilgileri</translation>
    </message>
    <message>
        <source>The Ministry</source>
        <translation>Bakanlık</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>bekliyor</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>deneniyor…</translation>
    </message>
    <message>
        <source>all right</source>
        <translation>tamam</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>uyarı</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>hata</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>gerekmiyor</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>denenmedi</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>sıra gelmedi</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>bitmedi</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>side of the fault: sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>All services that are needed answer.</source>
        <translation>Gerekli bütün servisler yanıt veriyor.</translation>
    </message>
    <message>
        <source>A service that is needed does not work.</source>
        <translation>Gerekli servislerden biri çalışmıyor.</translation>
    </message>
    <message>
        <source>The check did not come to its end.</source>
        <translation>Denetim tamamlanmadı.</translation>
    </message>
    <message>
        <source>Connection check · %1 · %2</source>
        <comment>environment, time</comment>
        <translation>Bağlantı denetimi · %1 · %2</translation>
    </message>
    <message>
        <source>not needed here</source>
        <translation>burada gerekmiyor</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>doğrudan</translation>
    </message>
    <message>
        <source>issued by %1</source>
        <translation>düzenleyen: %1</translation>
    </message>
    <message>
        <source>the same as the service&apos;s</source>
        <translation>servisle aynı</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>kabul edildi</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong by about %1. Correct it, best from a time server.</source>
        <translation>Bu bilgisayarın saati yaklaşık %1 yanlış. Saati düzeltin; en iyisi zaman sunucusundan aldırmaktır.</translation>
    </message>
    <message>
        <source>The clock of %1 is wrong by about %2; the other services agree with this computer.</source>
        <translation>%1 sunucusunun saati yaklaşık %2 yanlış; öbür servislerin saati bu bilgisayarla aynı.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a login but names no method that this program knows. Basic, Digest or NTLM must be allowed there.</source>
        <translation>%1 vekil sunucusu giriş istiyor ama bu programın bildiği bir giriş yöntemi söylemiyor. Orada Basic, Digest ya da NTLM yöntemine izin verilmeli.</translation>
    </message>
    <message>
        <source>Not every address of %1 gives a connection (%2). It works by another one, but pages can open slowly. Ask who runs the firewall and the name service (DNS).</source>
        <translation>%1 sunucusunun her adresi bağlantı vermiyor (%2). Başka bir adresle çalışıyor ama sayfalar geç açılabilir. Güvenlik duvarını ve ad servisini (DNS) yönetene sorun.</translation>
    </message>
    <message>
        <source>Not every address of the proxy %1 gives a connection (%2). It works by another one, but pages can open slowly. Ask who runs the proxy and the name service (DNS).</source>
        <translation>%1 vekil sunucusunun her adresi bağlantı vermiyor (%2). Başka bir adresle çalışıyor ama sayfalar geç açılabilir. Vekil sunucuyu ve ad servisini (DNS) yönetene sorun.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a login by %2, which this computer cannot give. Basic, Digest or NTLM must be allowed there as well.</source>
        <translation>%1 vekil sunucusu %2 yöntemiyle giriş istiyor; bu bilgisayar bunu yapamıyor. Orada Basic, Digest ya da NTLM yöntemine de izin verilmeli.</translation>
    </message>
    <message>
        <source>The password store of this computer is locked and waits for its password. Give it, then check again.</source>
        <translation>Bu bilgisayarın anahtarlığı (parola deposu) kilitli ve parolasını bekliyor. Parolayı verin, sonra yeniden denetleyin.</translation>
    </message>
</context>
<context>
    <name>DownloadFailures</name>
    <message>
        <source>There is not enough room there. Free some, or choose another folder, and click in the page again.</source>
        <translation>Orada yeterli boş yer yok. Yer açın ya da başka bir klasör seçip sayfada yeniden tıklayın.</translation>
    </message>
    <message>
        <source>You may not write to that folder. Click in the page again and choose another one.</source>
        <translation>Bu klasöre yazma izniniz yok. Sayfada yeniden tıklayıp başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>The folder could not be written to. Check the disk or network drive, and click in the page again.</source>
        <translation>Klasöre yazılamadı. Diski ya da ağ sürücüsünü denetleyip sayfada yeniden tıklayın.</translation>
    </message>
    <message>
        <source>The file is too large for this computer&apos;s memory. Ask your IT.</source>
        <translation>Dosya bu bilgisayarın belleği için çok büyük. Bilgi işlem biriminize danışın.</translation>
    </message>
    <message>
        <source>The connection was cut before the file was complete. Click in the page again.</source>
        <translation>Dosya tamamlanmadan bağlantı kesildi. Sayfada yeniden tıklayın.</translation>
    </message>
    <message>
        <source>The Ministry&apos;s server sent an error in place of the file. Click in the page again, later.</source>
        <translation>Bakanlık sunucusu dosya yerine hata gönderdi. Bir süre sonra sayfada yeniden tıklayın.</translation>
    </message>
</context>
<context>
    <name>DurationText</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n gün</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n saat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n dakika</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n yıl</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndQuestionText</name>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when the doctor changes.</source>
        <translation>
            <numerusform>%n formda yazılmış bilgi var. Hekim değişirse kaybolur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when the window closes.</source>
        <translation>
            <numerusform>%n formda yazılmış bilgi var. Pencere kapanırsa kaybolur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when you log out.</source>
        <translation>
            <numerusform>%n formda yazılmış bilgi var. Çıkış yaparsanız kaybolur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change doctor</source>
        <translation>Hekim değiştir</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Pencereyi kapat</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Çıkış</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being saved. They will be lost.</source>
        <translation>
            <numerusform>%n dosya hâlâ kaydediliyor. Tamamlanmadan silinecek.</numerusform>
        </translation>
    </message>
    <message>
        <source>This ends the session of doctor %1.</source>
        <translation>%1 numaralı hekimin oturumu kapanacak.</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) hold something that was typed in. It will be lost when the window opens anew.</source>
        <translation>
            <numerusform>%n formda yazılmış bilgi var. Pencere yeniden açılınca bunlar kaybolur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>Yeniden aç</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Live</source>
        <translation>Gerçek ortam</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test ortamı</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Eğitim ortamı</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Özel ortam</translation>
    </message>
</context>
<context>
    <name>EraporSource</name>
    <message>
        <source>Opening the Ministry&apos;s page…</source>
        <translation>Bakanlığın sayfası açılıyor…</translation>
    </message>
    <message>
        <source>The page opens in your own browser, outside Hekim Asistanı, as it was when it was first opened. Its address carries your e-Rapor session and the patient&apos;s number; the browser may keep it in its history.</source>
        <translation>Sayfa, Hekim Asistanı dışında, kendi tarayıcınızda ilk açıldığı hâliyle açılır. Adresi e-Rapor oturumunuzu (jeton) ve hastanın numarasını taşır; tarayıcı bunu geçmişinde saklayabilir.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The patient&apos;s number (--patient)</source>
        <translation>Hasta kimlik numarası (--patient)</translation>
    </message>
    <message>
        <source>The doctor&apos;s number (--doctor)</source>
        <translation>Hekim kimlik numarası (--doctor)</translation>
    </message>
    <message>
        <source>The reason for the report (--reason)</source>
        <translation>Raporun veriliş nedeni (--reason)</translation>
    </message>
    <message>
        <source>The accession number of the images (--accession)</source>
        <translation>Görüntülerin erişim numarası (--accession)</translation>
    </message>
    <message>
        <source>The HES code (--hes)</source>
        <translation>HES kodu (--hes)</translation>
    </message>
    <message>
        <source>The page to open (--page)</source>
        <translation>Açılacak sayfa (--page)</translation>
    </message>
    <message>
        <source>The request (--request)</source>
        <translation>İstek (--request)</translation>
    </message>
    <message>
        <source>The environment</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>The settings file (--config)</source>
        <translation>Ayar dosyası (--config)</translation>
    </message>
    <message>
        <source>The set-up data (--provision)</source>
        <translation>Kurulum bilgileri (--provision)</translation>
    </message>
    <message>
        <source>The hekim-asistani: link</source>
        <translation>hekim-asistani: bağlantısı</translation>
    </message>
    <message>
        <source>The input</source>
        <translation>Girilen bilgi</translation>
    </message>
    <message>
        <source>The setting “%1”</source>
        <translation>“%1” ayarı</translation>
    </message>
    <message>
        <source>The file “%1”</source>
        <translation>“%1” dosyası</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>%1 must have exactly 10 letters and digits. Check it and try again.</source>
        <translation>%1 tam 10 harf ve rakamdan oluşmalıdır. Kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 must have exactly 11 digits. Check it and try again.</source>
        <translation>%1 tam 11 rakamdan oluşmalıdır. Kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 is empty. Fill it in and try again.</source>
        <translation>%1 boş. Doldurup yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 may hold digits only (0 to 9). Check it and try again.</source>
        <translation>%1 yalnızca rakamlardan (0-9) oluşabilir. Kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 cannot begin with 0. Check it and try again.</source>
        <translation>%1 0 ile başlayamaz. Kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 has a typing mistake: its last two digits do not fit the others. Check it and try again.</source>
        <translation>%1 yanlış yazılmış: son iki rakam ötekilerle uyuşmuyor. Kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 has a value that is not one of the allowed ones. Correct it and try again.</source>
        <translation>%1 için verilen değer geçerli değil. Düzeltip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 has characters that do not belong there. Correct it and try again.</source>
        <translation>%1 kabul edilmeyen karakterler içeriyor. Düzeltip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 is too long. Shorten it and try again.</source>
        <translation>%1 çok uzun. Kısaltıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 is larger than allowed. Make it smaller and try again.</source>
        <translation>%1 izin verilenden büyük. Küçültüp yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 is given more than once. Give it once only.</source>
        <translation>%1 birden çok kez verilmiş. Yalnızca bir kez verin.</translation>
    </message>
    <message>
        <source>%1 means something only together with a patient. Give the patient&apos;s number too (--patient).</source>
        <translation>%1 yalnızca bir hastayla birlikte anlamlıdır. Hasta kimlik numarasını da verin (--patient).</translation>
    </message>
    <message>
        <source>%1 is not known here. Check the spelling.</source>
        <translation>%1 tanınmıyor. Yazımını kontrol edin.</translation>
    </message>
    <message>
        <source>%1 must be written as text. Put its value in quotation marks.</source>
        <translation>%1 metin olarak yazılmalıdır. Değerini tırnak içine alın.</translation>
    </message>
    <message>
        <source>%1 is not a JSON object. Ask the vendor of your hospital system to correct the call.</source>
        <translation>%1 bir JSON nesnesi değil. Hastane bilgi sisteminizin firmasından çağrıyı düzeltmesini isteyin.</translation>
    </message>
    <message>
        <source>%1 is not written in UTF-8. Save it in that encoding and try again.</source>
        <translation>%1 UTF-8 ile yazılmamış. Bu kodlamayla kaydedip yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 is not an address of the form that is expected. Correct it and try again.</source>
        <translation>%1 beklenen biçimde bir adres değil. Düzeltip yeniden deneyin.</translation>
    </message>
    <message>
        <source>The patient can be named by options, by a link or by --request, but only in one of these ways. Use one of them.</source>
        <translation>Hasta ya seçeneklerle ya bağlantıyla ya da --request ile bildirilebilir; birden çoğu birlikte kullanılamaz. Yalnızca birini kullanın.</translation>
    </message>
    <message>
        <source>%1 is missing or cannot be opened. Check that it is there and that you may use it.</source>
        <translation>%1 bulunamadı ya da açılamadı. Yerinde olduğunu ve kullanma izniniz bulunduğunu kontrol edin.</translation>
    </message>
    <message>
        <source>%1 is damaged: it is not a settings file. Ask your IT to correct it.</source>
        <translation>%1 bozuk: bu bir ayar dosyası değil. Bilgi işlem biriminizden düzeltmesini isteyin.</translation>
    </message>
    <message>
        <source>%1 must be an address that begins with https://. Ask your IT to correct it.</source>
        <translation>%1 https:// ile başlayan bir adres olmalıdır. Bilgi işlem biriminizden düzeltmesini isteyin.</translation>
    </message>
    <message>
        <source>%1 is fixed by your administrator and cannot be chosen here. Leave it out or ask your IT.</source>
        <translation>%1 sistem yöneticiniz tarafından belirlenmiştir, burada seçilemez. Yazmadan deneyin ya da bilgi işlem biriminize danışın.</translation>
    </message>
    <message>
        <source>%1 does not count in this place. Leave it out or ask your IT.</source>
        <translation>%1 burada geçerli değil. Yazmadan deneyin ya da bilgi işlem biriminize danışın.</translation>
    </message>
    <message>
        <source>%1 is not part of this version yet. Leave it out or install a newer version.</source>
        <translation>%1 bu sürümde henüz yok. Yazmadan deneyin ya da daha yeni bir sürüm kurun.</translation>
    </message>
    <message>
        <source>%1 cannot be used. Check it and try again.</source>
        <translation>%1 kullanılamıyor. Kontrol edip yeniden deneyin.</translation>
    </message>
    <message>
        <source>The Ministry&apos;s e-Rapor service</source>
        <translation>Bakanlığın e-Rapor servisi</translation>
    </message>
    <message>
        <source>The Ministry&apos;s teleradiology service</source>
        <translation>Bakanlığın teleradyoloji servisi</translation>
    </message>
    <message>
        <source>The HES service</source>
        <translation>HES servisi</translation>
    </message>
    <message>
        <source>The Ministry&apos;s service</source>
        <translation>Bakanlık servisi</translation>
    </message>
    <message>
        <source>This computer has not been set up completely. Ask your IT to enter the institution&apos;s data.</source>
        <translation>Bu bilgisayarın kurulumu tamamlanmamış. Bilgi işlem biriminizden kurum bilgilerini girmesini isteyin.</translation>
    </message>
    <message>
        <source>This computer has not been set up completely (%1 is missing). Ask your IT to enter the institution&apos;s data.</source>
        <translation>Bu bilgisayarın kurulumu tamamlanmamış (%1 eksik). Bilgi işlem biriminizden kurum bilgilerini girmesini isteyin.</translation>
    </message>
    <message>
        <source>This was cancelled. Start it again when you need it.</source>
        <translation>İşlem durduruldu. Gerektiğinde yeniden başlatın.</translation>
    </message>
    <message>
        <source>The password store of this computer cannot be used. Unlock it or ask your IT; until then the passwords are kept for this session only.</source>
        <translation>Bu bilgisayarın anahtarlığı (parola deposu) kullanılamıyor. Kilidini açın ya da bilgi işlem biriminize danışın; o zamana kadar parolalar yalnızca bu oturum için tutulur.</translation>
    </message>
    <message>
        <source>%1 has no published address in this environment, so this feature is off. Ask your IT whether the administrator can enter one.</source>
        <translation>%1 için bu ortamda yayımlanmış bir adres yok; bu nedenle bu özellik kapalı. Sistem yöneticisinin bir adres girip giremeyeceğini bilgi işlem biriminize sorun.</translation>
    </message>
    <message>
        <source>%1 could not be found on the network. Check this computer&apos;s network connection; if other pages open, ask your IT about the name service (DNS).</source>
        <translation>%1 ağda bulunamadı. Bilgisayarın ağ bağlantısını kontrol edin; başka sayfalar açılıyorsa ad çözümlemesini (DNS) bilgi işlem biriminize sorun.</translation>
    </message>
    <message>
        <source>%1 could not be reached, or the connection was cut. Try again; if it stays so, ask your IT whether the network lets this computer through.</source>
        <translation>%1 ile bağlantı kurulamadı ya da bağlantı kesildi. Yeniden deneyin; sürerse ağın bu bilgisayara izin verip vermediğini bilgi işlem biriminize sorun.</translation>
    </message>
    <message>
        <source>The hospital&apos;s proxy did not let the connection through. Ask your IT to check the proxy settings of this computer.</source>
        <translation>Hastanenin vekil sunucusu (proxy) bağlantıya izin vermedi. Bilgi işlem biriminizden bu bilgisayarın vekil sunucu ayarlarını kontrol etmesini isteyin.</translation>
    </message>
    <message>
        <source>the Ministry&apos;s service</source>
        <translation>Bakanlık servisi</translation>
    </message>
    <message>
        <source>%1 did not answer in time. Try again in a moment; if it stays so, tell your IT.</source>
        <translation>%1 zamanında yanıt vermedi. Birazdan yeniden deneyin; sürerse bilgi işlem biriminize bildirin.</translation>
    </message>
    <message>
        <source>%1 refused the login. Check the doctor&apos;s number; if it is right, ask your IT to check the institution&apos;s code, password and application code.</source>
        <translation>%1 girişi kabul etmedi. Hekim kimlik numarasını kontrol edin; doğruysa bilgi işlem biriminizden kurum kodunu, parolayı ve uygulama kodunu kontrol etmesini isteyin.</translation>
    </message>
    <message>
        <source>%1 no longer accepts this session. Log out and log in again.</source>
        <translation>%1 bu oturumu artık kabul etmiyor. Çıkış yapıp yeniden giriş yapın.</translation>
    </message>
    <message>
        <source>%1 has a fault of its own at the moment; this computer is all right. Try again in a few minutes.</source>
        <translation>%1 şu anda arızalı; sorun bu bilgisayarda değil. Birkaç dakika sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>%1 sent an answer that cannot be understood. Try again; if it stays so, tell your IT.</source>
        <translation>%1 anlaşılamayan bir yanıt gönderdi. Yeniden deneyin; sürerse bilgi işlem biriminize bildirin.</translation>
    </message>
    <message>
        <source>The open Hekim Asistanı window does not answer. Close it and call the patient again.</source>
        <translation>Açık olan Hekim Asistanı penceresi yanıt vermiyor. Kapatıp hastayı yeniden çağırın.</translation>
    </message>
    <message>
        <source>Hekim Asistanı is already open in another environment. Close it and call the patient again.</source>
        <translation>Hekim Asistanı başka bir ortamda açık. Kapatıp hastayı yeniden çağırın.</translation>
    </message>
    <message>
        <source>The Hekim Asistanı window could not be started. Try again; if it stays so, ask your IT to install it anew.</source>
        <translation>Hekim Asistanı penceresi başlatılamadı. Yeniden deneyin; sürerse bilgi işlem biriminizden yeniden kurmasını isteyin.</translation>
    </message>
    <message>
        <source>The patient was not handed over: another user of this computer could have read it. Log in to the computer again and tell your IT.</source>
        <translation>Hasta bilgisi aktarılmadı: bu bilgisayarın başka bir kullanıcısı onu okuyabilirdi. Bilgisayarda oturumunuzu yeniden açın ve bilgi işlem biriminize bildirin.</translation>
    </message>
    <message>
        <source>A page of your own network came instead of the answer of %1. Log in to the network (open any page in your browser), then try again; if it stays so, tell your IT.</source>
        <translation>%1 yanıtı yerine kendi ağınızın bir sayfası geldi. Önce ağa giriş yapın (tarayıcınızda herhangi bir sayfa açın), sonra yeniden deneyin; düzelmezse bilgi işleme bildirin.</translation>
    </message>
    <message>
        <source>The page has crashed. Open it again; the other patients&apos; tabs go on as they were.</source>
        <translation>Sayfa çöktü. Yeniden açın; diğer hastaların sekmeleri olduğu gibi duruyor.</translation>
    </message>
    <message>
        <source>%1 has no published address in this environment, so this feature is off. It is switched on by an address that the administrator enters (%2).</source>
        <translation>%1 için bu ortamda yayımlanmış bir adres yok; bu nedenle bu özellik kapalı. Sistem yöneticisi bir adres girdiğinde açılır (%2).</translation>
    </message>
    <message>
        <source>%1 knows no images under this accession number, or does not show them to this doctor. Check the number; if it is right, ask your radiology department.</source>
        <translation>%1 bu erişim numarasıyla görüntü bulamadı ya da bu hekime göstermiyor. Numarayı denetleyin; doğruysa radyoloji bölümünüze sorun.</translation>
    </message>
    <message>
        <source>%1 did not accept the request. Check what was asked for; if it is right, tell your IT.</source>
        <translation>%1 isteği kabul etmedi. İstenen bilgiyi denetleyin; doğruysa bilgi işleme haber verin.</translation>
    </message>
    <message>
        <source>%1 named an address (%2) that is not the Ministry&apos;s viewer, so nothing was opened. Tell your IT (endpoints/viewer).</source>
        <translation>%1, Bakanlığın görüntüleyicisi olmayan bir adres (%2) verdi; bu yüzden hiçbir şey açılmadı. Bilgi işleme haber verin (endpoints/viewer).</translation>
    </message>
    <message>
        <source>The institution&apos;s user name and password for the HES service are not on this computer. Ask your IT to store them; until then you can type them for this session.</source>
        <translation>Kurumun HES servisi için kullanıcı adı ve parolası bu bilgisayarda yok. Bilgi işlemden kaydetmesini isteyin; o zamana kadar bu oturum için kendiniz yazabilirsiniz.</translation>
    </message>
    <message>
        <source>The HES service no longer answers at its address. If other pages open on this computer, the service has been moved or shut down: ask your IT, who can enter another address or switch the HES tab off.</source>
        <translation>HES servisi adresinde artık yanıt vermiyor. Bu bilgisayarda başka sayfalar açılıyorsa servis taşınmış ya da kapatılmış demektir: bilgi işleme haber verin; başka bir adres girebilir ya da HES sekmesini kapatabilir.</translation>
    </message>
    <message>
        <source>The HES service refused the institution&apos;s user name and password, or this network&apos;s address; they are not sent again. Ask your IT to correct them, then check once more.</source>
        <translation>HES servisi kurumun kullanıcı adını ve parolasını ya da bu ağın adresini kabul etmedi; bunlar yeniden gönderilmez. Bilgi işlemden düzeltmesini isteyin, sonra yeniden sorgulayın.</translation>
    </message>
    <message>
        <source>%1 sent no page. If it sent a file, the file is offered here; if not, try again, and if it stays so, tell your IT.</source>
        <translation>%1 sayfa göndermedi. Bir dosya gönderdiyse dosya burada sunulur; göndermediyse yeniden deneyin; sürerse bilgi işlem biriminize bildirin.</translation>
    </message>
    <message>
        <source>The connection to %1 is not safe: this computer does not trust its certificate or its encryption, so nothing was sent. If your hospital inspects connections, ask your IT to add the hospital&apos;s certificate to the operating system&apos;s store; check the computer&apos;s date as well.</source>
        <translation>%1 ile bağlantı güvenli değil: bu bilgisayar sunucunun sertifikasına ya da şifrelemesine güvenmiyor, bu nedenle hiçbir bilgi gönderilmedi. Hastaneniz bağlantıları denetliyorsa bilgi işlem biriminizden hastane sertifikasını işletim sisteminin deposuna eklemesini isteyin; bilgisayarın tarihini de kontrol edin.</translation>
    </message>
    <message>
        <source>Hekim Asistanı is not installed completely or is damaged, so no pages can be shown. Ask your IT to install the program anew.</source>
        <translation>Hekim Asistanı&apos;nın kurulumu eksik veya bozuk, bu yüzden sayfalar açılamıyor. Bilgi işlem biriminizden programı yeniden kurmasını isteyin.</translation>
    </message>
    <message>
        <source>The training ministry, which runs on this computer, has ended or did not start. Try again; if it stays so, ask your IT to install Hekim Asistanı anew.</source>
        <translation>Bu bilgisayarda çalışan eğitim bakanlığı kapandı ya da başlamadı. Yeniden deneyin; düzelmezse bilgi işlemden Hekim Asistanı’nı yeniden kurmasını isteyin.</translation>
    </message>
    <message>
        <source>%1 is no longer known.</source>
        <translation>%1 artık bilinmiyor.</translation>
    </message>
    <message>
        <source>%1 is written in UTF-16. Save it as UTF-8 (in Notepad: Save as, Encoding) and try again.</source>
        <translation>%1 UTF-16 olarak yazılmış. UTF-8 olarak kaydedip yeniden deneyin (Not Defteri&apos;nde: Farklı kaydet, Kodlama).</translation>
    </message>
    <message>
        <source>The Hekim Asistanı window could not be started: the login session on this computer has no folder of its own (XDG_RUNTIME_DIR). Log in to the computer again; if it stays so, tell your IT.</source>
        <translation>Hekim Asistanı penceresi başlatılamadı: bu bilgisayardaki oturumun kendine ait bir klasörü yok (XDG_RUNTIME_DIR). Bilgisayarda oturumunuzu yeniden açın; sürerse bilgi işlem biriminize bildirin.</translation>
    </message>
    <message>
        <source>The Hekim Asistanı window could not be started: there is no screen that it can be shown on, or the screen refuses it. Call it from the desktop where it is to be seen; if it stays so, tell your IT.</source>
        <translation>Hekim Asistanı penceresi başlatılamadı: gösterilebileceği bir ekran yok ya da ekran onu kabul etmiyor. Programı, görünmesini istediğiniz masaüstünden çağırın; sürerse bilgi işlem biriminize bildirin.</translation>
    </message>
    <message>
        <source>The Hekim Asistanı window could not be started: this computer lets a program hold too few files open at once. Ask your IT to raise the limit (ulimit -n).</source>
        <translation>Hekim Asistanı penceresi başlatılamadı: bu bilgisayar bir programın aynı anda çok az dosya açmasına izin veriyor. Bilgi işlem biriminizden sınırı (ulimit -n) yükseltmesini isteyin.</translation>
    </message>
    <message>
        <source>The hospital&apos;s proxy wants a user name and a password, or refused those that it got. Your IT knows which ones are right.</source>
        <translation>Hastanenin vekil sunucusu (proxy) kullanıcı adı ve parola istiyor ya da verilenleri kabul etmedi. Doğrusunu bilgi işlem biriminizden öğrenebilirsiniz.</translation>
    </message>
    <message>
        <source>The hospital&apos;s proxy wants a login but names no method that this program knows. Ask your IT to allow one there: Basic, Digest or NTLM.</source>
        <translation>Hastanenin vekil sunucusu (proxy) giriş istiyor ama bu programın bildiği bir giriş yöntemi söylemiyor. Bilgi işlem biriminizden orada bir yönteme izin vermesini isteyin: Basic, Digest ya da NTLM.</translation>
    </message>
    <message>
        <source>The hospital&apos;s proxy wants a login by %1, which this computer cannot give. Ask your IT to allow another method there as well: Basic, Digest or NTLM.</source>
        <translation>Hastanenin vekil sunucusu (proxy) %1 yöntemiyle giriş istiyor; bu bilgisayar bunu yapamıyor. Bilgi işlem biriminizden orada başka bir yönteme de izin vermesini isteyin: Basic, Digest ya da NTLM.</translation>
    </message>
    <message>
        <source>The password store of this computer stayed locked: its password was not given. Try again and type it when you are asked for it, or ask your IT.</source>
        <translation>Bu bilgisayarın anahtarlığı (parola deposu) kilitli kaldı: parolası verilmedi. Yeniden deneyin ve sorulunca yazın ya da bilgi işlem biriminize danışın.</translation>
    </message>
</context>
<context>
    <name>HelpSettings</name>
    <message>
        <source>Values: %1.</source>
        <translation>Değerler: %1.</translation>
    </message>
    <message>
        <source>Without it: `%1`.</source>
        <translation>Verilmezse: `%1`.</translation>
    </message>
    <message>
        <source>In live only from the policy or the machine&apos;s defaults.</source>
        <translation>Gerçek ortamda yalnızca ilkeden ya da bilgisayarın varsayılanından geçer.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Anlamı</translation>
    </message>
    <message>
        <source>In live and custom only from the policy or the machine&apos;s defaults.</source>
        <translation>Gerçek ve özel ortamda yalnızca ilkeden ya da bilgisayarın varsayılanından geçer.</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>opens the HES tab with the code filled in</source>
        <translation>HES sekmesini kod yazılmış olarak açar</translation>
    </message>
    <message>
        <source>where to land: create, mine, history, images or hes</source>
        <translation>açılacak yer: create, mine, history, images ya da hes</translation>
    </message>
    <message>
        <source>settings file to use instead of the user&apos;s own</source>
        <translation>kullanıcının kendi dosyası yerine kullanılacak ayar dosyası</translation>
    </message>
    <message>
        <source>ends the doctor&apos;s session in the running window</source>
        <translation>açık penceredeki hekim oturumunu kapatır</translation>
    </message>
    <message>
        <source>prints the version</source>
        <translation>sürümü yazar</translation>
    </message>
    <message>
        <source>prints this text</source>
        <translation>bu metni yazar</translation>
    </message>
    <message>
        <source>settings or provisioning data are unusable</source>
        <translation>ayarlar ya da kurulum bilgileri kullanılamıyor</translation>
    </message>
    <message>
        <source>the operating system&apos;s keychain cannot be used</source>
        <translation>işletim sisteminin anahtarlığı kullanılamıyor</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Kullanım: %1</translation>
    </message>
    <message>
        <source>options</source>
        <translation>seçenekler</translation>
    </message>
    <message>
        <source>Opens Hekim Asistanı, or hands the request to the window that is open already.</source>
        <translation>Hekim Asistanı&apos;nı açar ya da isteği açık olan pencereye aktarır.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Seçenekler:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Çıkış kodları:</translation>
    </message>
    <message>
        <source>AppImage: registers links and the menu entry for this user</source>
        <translation>AppImage: bağlantıları ve menü girdisini bu kullanıcı için kaydeder</translation>
    </message>
    <message>
        <source>AppImage: removes them again</source>
        <translation>AppImage: bu kaydı kaldırır</translation>
    </message>
    <message>
        <source>with --check: prints the result as JSON</source>
        <translation>--check ile: sonucu JSON olarak yazar</translation>
    </message>
    <message>
        <source>patient&apos;s T.C. identity number (TCKN) or foreigner number (YKN)</source>
        <translation>hastanın T.C. kimlik numarası ya da yabancı kimlik numarası (YKN)</translation>
    </message>
    <message>
        <source>0 general condition, 1 smoothbore rifle, 2 occupational health, 3 mental capacity; needs a patient</source>
        <translation>0 genel durum, 1 yivsiz av tüfeği, 2 iş sağlığı, 3 akli meleke; hasta ister</translation>
    </message>
    <message>
        <source>doctor&apos;s T.C. identity number: fills the login field, or logs in where the administrator allows it</source>
        <translation>hekimin T.C. kimlik numarası: giriş alanını doldurur; yönetici izin verdiyse girişi yapar</translation>
    </message>
    <message>
        <source>accession number of a study: opens the images; needs a patient; may be given several times</source>
        <translation>tetkikin erişim numarası: görüntüleri açar; hasta ister; birden çok kez verilebilir</translation>
    </message>
    <message>
        <source>the same fields as a JSON object, so that no number stands in the process list; - is standard input</source>
        <translation>aynı alanlar JSON nesnesi olarak; böylece süreç listesinde numara görünmez; - standart girdidir</translation>
    </message>
    <message>
        <source>live, test, training or custom; cannot contradict the policy</source>
        <translation>live, test, training ya da custom; ilkeyle çelişemez</translation>
    </message>
    <message>
        <source>stores institution settings and secrets, without a window; - is standard input</source>
        <translation>kurum ayarlarını ve parolaları pencere açmadan saklar; - standart girdidir</translation>
    </message>
    <message>
        <source>checks the connection to every service, without a window; with --doctor that doctor&apos;s login too</source>
        <translation>pencere açmadan bütün servislere bağlantıyı denetler; --doctor ile o hekimin girişini de dener</translation>
    </message>
    <message>
        <source>checks the audit trail, or prints it as CSV; --request says whose lines</source>
        <translation>denetim izini sınar ya da CSV olarak yazar; kimin satırları olduğu --request ile verilir</translation>
    </message>
    <message>
        <source>with --audit export: the first day</source>
        <translation>--audit export ile: ilk gün</translation>
    </message>
    <message>
        <source>with --audit export: the last day</source>
        <translation>--audit export ile: son gün</translation>
    </message>
    <message>
        <source>done, or handed over and acknowledged by the running window</source>
        <translation>tamamlandı ya da açık pencere isteği aldı</translation>
    </message>
    <message>
        <source>the request is malformed; one line on standard error says which field and why, numbers masked</source>
        <translation>istek hatalı; hangi alan ve neden olduğu standart hatada bir satırdır, numaralar maskelidir</translation>
    </message>
    <message>
        <source>a window runs but did not answer or works in another environment, or it could not be started</source>
        <translation>açık pencere yanıt vermedi ya da başka bir ortamda; veya pencere başlatılamadı</translation>
    </message>
    <message>
        <source>--check: a service that is needed does not work; --audit: the trail was changed, cut, or cannot be proven whole</source>
        <translation>--check: gereken bir servis çalışmıyor; --audit: denetim izi değiştirilmiş, kesilmiş ya da bütünlüğü kanıtlanamıyor</translation>
    </message>
</context>
<context>
    <name>HesText</name>
    <message>
        <source>not shown for a person at risk</source>
        <translation>riskli kişide gösterilmez</translation>
    </message>
    <message>
        <source>Code not found</source>
        <translation>Kod bulunamadı</translation>
    </message>
    <message>
        <source>Code expired</source>
        <translation>Kodun süresi dolmuş</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Yanıtlanmadı</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Bilinmiyor</translation>
    </message>
    <message>
        <source>Risky</source>
        <translation>Riskli</translation>
    </message>
    <message>
        <source>Riskless</source>
        <translation>Risksiz</translation>
    </message>
    <message>
        <source>There is no such HES code. Compare it with the person&apos;s and check it again.</source>
        <translation>Böyle bir HES kodu yok. Kişideki kodla karşılaştırıp yeniden sorgulayın.</translation>
    </message>
    <message>
        <source>The code is no longer valid. Ask the person for a new one.</source>
        <translation>Kod artık geçerli değil. Kişiden yeni bir kod isteyin.</translation>
    </message>
    <message>
        <source>The service did not accept the code (%1). Ask the person for a new one.</source>
        <translation>Servis kodu kabul etmedi (%1). Kişiden yeni bir kod isteyin.</translation>
    </message>
    <message>
        <source>The service said nothing about this code. Its risk is not known; check it again.</source>
        <translation>Servis bu kod için bir şey söylemedi. Risk durumu bilinmiyor; yeniden sorgulayın.</translation>
    </message>
    <message>
        <source>The person is at risk for COVID-19 at this moment.</source>
        <translation>Kişi şu anda COVID-19 açısından riskli.</translation>
    </message>
    <message>
        <source>No risk for COVID-19 is known at this moment.</source>
        <translation>Şu anda COVID-19 açısından bilinen bir risk yok.</translation>
    </message>
    <message>
        <source>The service gave no answer about the risk that is known here. Do not take it for riskless.</source>
        <translation>Servisin risk için verdiği yanıt burada tanınmıyor. Risksiz saymayın.</translation>
    </message>
    <message>
        <source>vaccinated (two doses)</source>
        <translation>aşılı (iki doz)</translation>
    </message>
    <message>
        <source>not vaccinated, or not all doses</source>
        <translation>aşısız ya da dozları tamamlanmamış</translation>
    </message>
    <message>
        <source>not vaccinated, or the person does not share it</source>
        <translation>aşısız ya da kişi paylaşmıyor</translation>
    </message>
    <message>
        <source>immune (had COVID-19 in the last 6 months)</source>
        <translation>bağışık (son 6 ayda COVID-19 geçirmiş)</translation>
    </message>
    <message>
        <source>did not have COVID-19 in the last 6 months</source>
        <translation>son 6 ayda COVID-19 geçirmemiş</translation>
    </message>
    <message>
        <source>not immune, or the person does not share it</source>
        <translation>bağışık değil ya da kişi paylaşmıyor</translation>
    </message>
    <message>
        <source>PCR negative, %1</source>
        <translation>PCR negatif, %1</translation>
    </message>
    <message>
        <source>no negative PCR in the last 72 hours, or the person does not share it</source>
        <translation>son 72 saatte negatif PCR yok ya da kişi paylaşmıyor</translation>
    </message>
</context>
<context>
    <name>ImageSource</name>
    <message>
        <source>Opening the images…</source>
        <translation>Görüntüler açılıyor…</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Your &amp;identity number</source>
        <translation>T.C. &amp;kimlik numaranız</translation>
    </message>
    <message>
        <source>T.C. identity number</source>
        <translation>T.C. kimlik numarası</translation>
    </message>
    <message>
        <source>Login error</source>
        <translation>Giriş hatası</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Giriş yap</translation>
    </message>
    <message>
        <source>Invented doctors for training:</source>
        <translation>Eğitim için hayali hekimler:</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Yardım (F1)</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Bağlantı denetimi</translation>
    </message>
    <message>
        <source>At your first login on this computer leave it empty: you choose it afterwards.</source>
        <translation>Bu bilgisayara ilk girişinizde boş bırakın; PIN’inizi girişten sonra belirlersiniz.</translation>
    </message>
</context>
<context>
    <name>NewPatientDialog</name>
    <message>
        <source>New patient</source>
        <translation>Yeni hasta</translation>
    </message>
    <message>
        <source>Patient&apos;s &amp;identity number</source>
        <translation>Hastanın &amp;kimlik numarası</translation>
    </message>
    <message>
        <source>Patient identity number</source>
        <translation>Hasta kimlik numarası</translation>
    </message>
    <message>
        <source>&amp;Reason for the report</source>
        <translation>&amp;Veriliş nedeni</translation>
    </message>
    <message>
        <source>Reason for the report</source>
        <translation>Veriliş nedeni</translation>
    </message>
    <message>
        <source>Open an empty form</source>
        <translation>Boş form aç</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
</context>
<context>
    <name>PageNotices</name>
    <message>
        <source>The page wanted to show another patient in this tab. That was refused; open the other patient with “New patient”.</source>
        <translation>Sayfa bu sekmede başka bir hastayı göstermek istedi. Buna izin verilmedi; öteki hastayı “Yeni hasta” ile açın.</translation>
    </message>
    <message>
        <source>The page wanted to go to %1, which does not belong to this environment. That was refused.</source>
        <translation>Sayfa %1 adresine gitmek istedi; bu adres bu ortama ait değil. Buna izin verilmedi.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted, so nothing was sent there. Ask your IT to check the connection.</source>
        <translation>%1 sertifikasına güvenilmiyor, bu nedenle oraya hiçbir bilgi gönderilmedi. Bilgi işlem biriminizden bağlantıyı kontrol etmesini isteyin.</translation>
    </message>
    <message>
        <source>The page asked for access to this computer (camera, place or the like). That was denied.</source>
        <translation>Sayfa bu bilgisayara erişmek istedi (kamera, konum vb.). İzin verilmedi.</translation>
    </message>
    <message>
        <source>The page wanted to start a program by “%1:”. Your administrator has to allow it first (web/externalSchemes).</source>
        <translation>Sayfa “%1:” ile bir program başlatmak istedi. Önce sistem yöneticinizin buna izin vermesi gerekir (web/externalSchemes).</translation>
    </message>
    <message>
        <source>The page wanted to start a program by “%1:” by itself. Click the page&apos;s button again.</source>
        <translation>Sayfa “%1:” ile kendiliğinden bir program başlatmak istedi. Sayfadaki düğmeye yeniden basın.</translation>
    </message>
    <message>
        <source>No program for “%1:” is installed on this computer. Ask your IT to install the e-signature module.</source>
        <translation>Bu bilgisayarda “%1:” için bir program kurulu değil. Bilgi işlem biriminizden e-imza modülünü kurmasını isteyin.</translation>
    </message>
    <message>
        <source>The page asked for the whole screen. That was denied.</source>
        <translation>Sayfa tam ekran istedi. İzin verilmedi.</translation>
    </message>
    <message>
        <source>The Ministry&apos;s page did not answer the last step in time. What is shown is as it was before; try the step again.</source>
        <translation>Bakanlığın sayfası son adıma zamanında yanıt vermedi. Ekrandaki, önceki halidir; adımı yeniden deneyin.</translation>
    </message>
    <message>
        <source>The page offered too many files at once; one was refused. Answer or close the others first.</source>
        <translation>Sayfa aynı anda çok fazla dosya sundu; biri reddedildi. Önce diğerlerini yanıtlayın ya da kapatın.</translation>
    </message>
    <message>
        <source>The page opened a window of its own and loaded nothing into it, so there is nothing to show.</source>
        <translation>Sayfa kendine bir pencere açtı ama içine bir şey yüklemedi; gösterilecek bir şey yok. İşlemi yeniden deneyin.</translation>
    </message>
    <message>
        <source>The page was out of sight before the program for “%1:” could start, so it did not. Click the page&apos;s button again if you still want it.</source>
        <translation>“%1:” programı başlatılamadan sayfa görünmez oldu, bu yüzden program başlatılmadı. Hâlâ istiyorsanız sayfadaki düğmeye yeniden basın.</translation>
    </message>
</context>
<context>
    <name>PagePane</name>
    <message>
        <source>Loading</source>
        <translation>Yükleniyor</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Forma dön</translation>
    </message>
</context>
<context>
    <name>PastReportsTable</name>
    <message>
        <source>Report no.</source>
        <translation>Rapor no</translation>
    </message>
    <message>
        <source>Reference no.</source>
        <translation>Referans no</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tarih</translation>
    </message>
    <message>
        <source>Reason for the report</source>
        <translation>Veriliş nedeni</translation>
    </message>
    <message>
        <source>Physician</source>
        <translation>Hekim</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Evet</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Hayır</translation>
    </message>
</context>
<context>
    <name>PastReportsView</name>
    <message>
        <source>Search in past reports</source>
        <translation>Geçmiş raporlarda ara</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Yenile</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
    <message>
        <source>Asking the Ministry for the past reports…</source>
        <translation>Geçmiş raporlar Bakanlıktan isteniyor…</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Yükleniyor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Write a report</source>
        <translation>Rapor yaz</translation>
    </message>
    <message>
        <source>List of past reports</source>
        <translation>Geçmiş rapor listesi</translation>
    </message>
</context>
<context>
    <name>PatientBanner</name>
    <message>
        <source>Patient</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Opened for patient</source>
        <translation>Şu hasta için açıldı</translation>
    </message>
    <message>
        <source>Copy the patient&apos;s number</source>
        <translation>Hasta numarasını kopyala</translation>
    </message>
</context>
<context>
    <name>PinText</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n saniye</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n dakika</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has digits only.</source>
        <translation>PIN yalnız rakamlardan oluşur.</translation>
    </message>
    <message>
        <source>A PIN has at least six digits.</source>
        <translation>PIN en az altı rakam olmalıdır.</translation>
    </message>
    <message>
        <source>This PIN is too long.</source>
        <translation>Bu PIN çok uzun.</translation>
    </message>
    <message>
        <source>The same digits over and over are guessed easily. Choose another PIN.</source>
        <translation>Tekrarlanan rakamlar kolay tahmin edilir. Başka bir PIN seçin.</translation>
    </message>
    <message>
        <source>Digits in a row are guessed easily. Choose another PIN.</source>
        <translation>Ardışık rakamlar kolay tahmin edilir. Başka bir PIN seçin.</translation>
    </message>
    <message>
        <source>This PIN is a part of your identity number. Choose another one.</source>
        <translation>Bu PIN kimlik numaranızın bir parçası. Başka bir PIN seçin.</translation>
    </message>
    <message>
        <source>Your PIN was reset. Log in again and choose a new one.</source>
        <translation>PIN’iniz sıfırlanmış. Yeniden giriş yapıp yeni bir PIN belirleyin.</translation>
    </message>
    <message>
        <source>The PIN is wrong. You can try again in %1.</source>
        <translation>PIN yanlış. %1 sonra yeniden deneyebilirsiniz.</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>PIN yanlış.</translation>
    </message>
    <message>
        <source>The PIN was wrong too often. You can try again in %1; your IT can reset it.</source>
        <translation>PIN çok kez yanlış girildi. %1 sonra yeniden deneyebilirsiniz; bilgi işlem PIN’i sıfırlayabilir.</translation>
    </message>
    <message>
        <source>The stored PIN cannot be read. Your IT can reset it.</source>
        <translation>Kayıtlı PIN okunamıyor. Bilgi işlem sıfırlayabilir.</translation>
    </message>
    <message>
        <source>This computer has no password store (keyring), so PINs cannot be used on it. Call your IT.</source>
        <translation>Bu bilgisayarda anahtarlık (parola deposu) yok; burada PIN kullanılamıyor. Bilgi işlemi arayın.</translation>
    </message>
    <message>
        <source>The password store of this computer (keyring) does not answer, so PINs can be neither checked nor kept. Try again in a minute; if it still does not answer, call your IT.</source>
        <translation>Bu bilgisayarın anahtarlığı (parola deposu) yanıt vermiyor; PIN ne denetlenebiliyor ne de saklanabiliyor. Bir dakika sonra yeniden deneyin; yine yanıt vermezse bilgi işlemi arayın.</translation>
    </message>
</context>
<context>
    <name>PolicyTemplate</name>
    <message>
        <source>Without this policy: %1</source>
        <translation>İlke yokken: %1</translation>
    </message>
    <message>
        <source>Key in policy.conf: %1</source>
        <translation>policy.conf içindeki anahtar: %1</translation>
    </message>
    <message>
        <source>Policy of Hekim Asistanı</source>
        <translation>Hekim Asistanı ilkeleri</translation>
    </message>
    <message>
        <source>Windows 10 or newer</source>
        <translation>Windows 10 veya üstü</translation>
    </message>
    <message>
        <source>The administrator&apos;s policy for Hekim Asistanı.</source>
        <translation>Hekim Asistanı için yönetici ilkesi.</translation>
    </message>
    <message>
        <source>Nothing reads this file: copy it to policy.conf beside it and take the semicolon from the lines that are wanted.</source>
        <translation>Bu dosyayı hiçbir program okumaz: yanına policy.conf adıyla kopyalayın, istediğiniz satırların başındaki noktalı virgülü silin.</translation>
    </message>
    <message>
        <source>What stands there is locked for every user; the same keys in defaults.conf are only the machine&apos;s defaults.</source>
        <translation>Orada yazan her ayar bütün kullanıcılar için kilitlidir; aynı anahtarlar defaults.conf içinde yalnızca bilgisayarın varsayılanıdır.</translation>
    </message>
    <message>
        <source>A value that holds , or ; stands in quotation marks. Passwords never stand here.</source>
        <translation>İçinde , ya da ; geçen değer tırnak içine alınır. Parolalar buraya hiçbir zaman yazılmaz.</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Vazgeç</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>QWebEnginePage</name>
    <message>
        <source>Are you sure you want to leave this page? Changes that you made may not be saved.</source>
        <translation>Bu sayfadan ayrılmak istediğinize emin misiniz? Yaptığınız değişiklikler kaydedilmemiş olabilir.</translation>
    </message>
</context>
<context>
    <name>Readiness</name>
    <message>
        <source>Not done</source>
        <translation>Yapılmadı</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>Bildirildi</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Gerekmiyor</translation>
    </message>
    <message>
        <source>Run out</source>
        <translation>Süresi doldu</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Doğrulandı</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Not chosen yet</source>
        <translation>Henüz seçilmedi</translation>
    </message>
    <message>
        <source>Health institution (guide 004)</source>
        <translation>Sağlık kuruluşu (kılavuz 004)</translation>
    </message>
    <message>
        <source>Local authority (guide 001)</source>
        <translation>Yerel yönetim (kılavuz 001)</translation>
    </message>
    <message>
        <source>HES is not used</source>
        <translation>HES kullanılmıyor</translation>
    </message>
    <message>
        <source>It is given (guide 003)</source>
        <translation>Veriliyor (kılavuz 003)</translation>
    </message>
    <message>
        <source>It is not given</source>
        <translation>Verilmiyor</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s) done</source>
        <translation>
            <numerusform>%n adımdan %1 tanesi tamam</numerusform>
        </translation>
    </message>
    <message>
        <source>Document %1 of %2</source>
        <translation>Belge: %1, %2 tarihli</translation>
    </message>
    <message>
        <source>Document %1</source>
        <translation>Belge: %1</translation>
    </message>
    <message>
        <source>Document of %1</source>
        <translation>Belge tarihi: %1</translation>
    </message>
    <message>
        <source>Stated by %1 on %2</source>
        <translation>Bildiren: %1, %2</translation>
    </message>
    <message>
        <source>To be renewed by %1</source>
        <translation>En geç yenileme: %1</translation>
    </message>
    <message>
        <source>HES query</source>
        <translation>HES sorgusu</translation>
    </message>
    <message>
        <source>e-Rapor login</source>
        <translation>e-Rapor girişi</translation>
    </message>
    <message>
        <source>Verified by the program: %1, %2, %3</source>
        <translation>Program doğruladı: %1, %2, %3</translation>
    </message>
    <message>
        <source>Refused when the program tried: %1, %2, %3</source>
        <translation>Program denedi, reddedildi: %1, %2, %3</translation>
    </message>
    <message>
        <source>A record by hand is not the check with the ÇKYS Doktor Bilgi Bankası that guide 003 asks for, and enables nothing. The address of that service is not published.</source>
        <translation>Elle yapılan kayıt, kılavuz 003&apos;ün istediği ÇKYS Doktor Bilgi Bankası kontrolü değildir ve hiçbir yetki sağlamaz. O servisin adresi yayımlanmamıştır.</translation>
    </message>
    <message>
        <source>HES access: not chosen which steps apply</source>
        <translation>HES erişimi: hangi adımların geçerli olduğu seçilmedi</translation>
    </message>
    <message>
        <source>Remote health service: not chosen whether it is given</source>
        <translation>Uzaktan sağlık hizmeti: verilip verilmediği seçilmedi</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>step (guide and section)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The readiness record %1 was written by a newer version. Install that version, or put the record aside and begin a new one.</source>
        <translation>Hazırlık kaydı %1 daha yeni bir sürümle yazılmış. O sürümü kurun ya da kaydı kenara koyup yenisine başlayın.</translation>
    </message>
    <message>
        <source>The readiness record %1 is too large and was not read. Put it aside and begin a new one.</source>
        <translation>Hazırlık kaydı %1 çok büyük, okunmadı. Kenara koyup yenisine başlayın.</translation>
    </message>
    <message>
        <source>Another window has changed the readiness record in the meantime. Close this one and open it again.</source>
        <translation>Hazırlık kaydını bu arada başka bir pencere değiştirdi. Bu pencereyi kapatıp yeniden açın.</translation>
    </message>
    <message>
        <source>The readiness record %1 cannot be read or written. Ask your IT to look at the rights of that file and its folder.</source>
        <translation>Hazırlık kaydı %1 okunamıyor ya da yazılamıyor. Bilgi işlem biriminiz dosyanın ve klasörünün izinlerine baksın.</translation>
    </message>
    <message>
        <source>The readiness record %1 is damaged and was not read. Put it aside and begin a new one.</source>
        <translation>Hazırlık kaydı %1 bozulmuş, okunmadı. Kenara koyup yenisine başlayın.</translation>
    </message>
</context>
<context>
    <name>ReadinessPdf</name>
    <message>
        <source>%1 – %2</source>
        <comment>list – progress</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Adım</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Kanıt</translation>
    </message>
    <message>
        <source>%1 environment, %2</source>
        <comment>environment, day</comment>
        <translation>Ortam: %1, %2</translation>
    </message>
    <message>
        <source>HES access</source>
        <translation>HES erişimi</translation>
    </message>
    <message>
        <source>HES access: %1</source>
        <translation>HES erişimi: %1</translation>
    </message>
    <message>
        <source>Remote health service</source>
        <translation>Uzaktan sağlık hizmeti</translation>
    </message>
    <message>
        <source>Remote health service: %1</source>
        <translation>Uzaktan sağlık hizmeti: %1</translation>
    </message>
    <message>
        <source>Live since %1, nothing was missing.</source>
        <translation>%1 tarihinden beri gerçek ortamda, eksik adım yoktu.</translation>
    </message>
    <message numerus="yes">
        <source>%1 went live on %2 although %n step(s) were missing.</source>
        <translation>
            <numerusform>%1, %2 tarihinde %n adım eksikken gerçek ortama geçti.</numerusform>
        </translation>
    </message>
    <message>
        <source>Readiness: %1</source>
        <translation>Hazırlık: %1</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Decision on general condition</source>
        <translation>Genel Durum Değerlendirmesi Kararı</translation>
    </message>
    <message>
        <source>Decision on a smoothbore rifle</source>
        <translation>Yivsiz Av Tüfeği Kararı</translation>
    </message>
    <message>
        <source>Decision on occupational health and safety</source>
        <translation>İş Sağlığı ve Güvenliği Kararı</translation>
    </message>
    <message>
        <source>Decision on mental capacity</source>
        <translation>Akli Meleke Kararı</translation>
    </message>
</context>
<context>
    <name>SettingText</name>
    <message>
        <source>Write system, none, or a host with its port, such as proxy:8080.</source>
        <translation>system, none ya da sunucu ve bağlantı noktası yazın, örneğin proxy:8080.</translation>
    </message>
    <message>
        <source>Must be a number from -90 to 90, such as 39.92.</source>
        <translation>-90 ile 90 arasında bir sayı olmalı, örneğin 39.92.</translation>
    </message>
    <message>
        <source>Must be a number from -180 to 180, such as 32.85.</source>
        <translation>-180 ile 180 arasında bir sayı olmalı, örneğin 32.85.</translation>
    </message>
    <message>
        <source>Each name is made of small letters and digits, such as akisimza; https and the like are not possible.</source>
        <translation>Her ad küçük harf ve rakamlardan oluşur, örneğin akisimza; https ve benzerleri olamaz.</translation>
    </message>
    <message>
        <source>Each host is written without https://, such as *.hastane.example.</source>
        <translation>Sunucular https:// olmadan yazılır, örneğin *.hastane.example.</translation>
    </message>
    <message>
        <source>Write * or port numbers from 1 to 65535, separated by commas.</source>
        <translation>* ya da virgülle ayrılmış 1–65535 arası bağlantı noktası numaraları yazın.</translation>
    </message>
    <message>
        <source>Must be a number from %1 to %2.</source>
        <translation>%1 ile %2 arasında bir sayı olmalı.</translation>
    </message>
    <message>
        <source>This value is not possible here.</source>
        <translation>Bu değer burada kullanılamaz.</translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation>Burası boş bırakılamaz.</translation>
    </message>
    <message>
        <source>There are characters in it that do not belong there.</source>
        <translation>İçinde buraya ait olmayan karakterler var.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Bu değer çok uzun.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>Adres https:// ile başlamalı.</translation>
    </message>
    <message>
        <source>This is no address. Example: https://erapor.example</source>
        <translation>Bu bir adres değil. Örnek: https://erapor.example</translation>
    </message>
    <message>
        <source>This is an address of the live services: it cannot be used in this environment.</source>
        <translation>Bu, gerçek ortamın adresi; bu ortamda kullanılamaz.</translation>
    </message>
    <message>
        <source>Fixed by the administrator&apos;s policy (%1).</source>
        <translation>Yönetici ilkesiyle belirlenmiş (%1).</translation>
    </message>
    <message>
        <source>Addresses can be changed in the custom environment only.</source>
        <translation>Adresler yalnızca özel ortamda değiştirilebilir.</translation>
    </message>
    <message>
        <source>Blanks, quotation marks or %20 that came along with the paste were taken out. Please check what is left.</source>
        <translation>Yapıştırırken gelen boşluk, tırnak ya da %20 çıkarıldı. Kalanı lütfen kontrol edin.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Açık</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Kapalı</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>belirtilmemiş</translation>
    </message>
    <message>
        <source>Only the administrator sets this here: [%1] %2 in %3.</source>
        <translation>Burada bunu yalnızca yönetici belirler: %3 içinde [%1] %2.</translation>
    </message>
</context>
<context>
    <name>SettingsKey</name>
    <message>
        <source>Environment</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>Whose services the window works with.</source>
        <translation>Pencerenin hangi servislerle çalışacağı.</translation>
    </message>
    <message>
        <source>Live (the Ministry&apos;s services)</source>
        <translation>Gerçek (Bakanlığın servisleri)</translation>
    </message>
    <message>
        <source>Test (the Ministry&apos;s test services)</source>
        <translation>Test (Bakanlığın test servisleri)</translation>
    </message>
    <message>
        <source>Training (on this computer)</source>
        <translation>Eğitim (bu bilgisayarda)</translation>
    </message>
    <message>
        <source>Custom (addresses of your own)</source>
        <translation>Özel (kendi adresleriniz)</translation>
    </message>
    <message>
        <source>Institution code</source>
        <translation>Kurum kodu</translation>
    </message>
    <message>
        <source>The institution&apos;s ÇKYS code. It is the user name for e-Rapor and for the radiology images.</source>
        <translation>Kurumun ÇKYS kodu. e-Rapor ve radyoloji görüntüleri için kullanıcı adı budur.</translation>
    </message>
    <message>
        <source>Institution name</source>
        <translation>Kurum adı</translation>
    </message>
    <message>
        <source>As the login page shows it.</source>
        <translation>Giriş sayfasında görünen ad.</translation>
    </message>
    <message>
        <source>e-Rapor application code</source>
        <translation>e-Rapor uygulama kodu</translation>
    </message>
    <message>
        <source>The USS application code that the Ministry sent to the institution.</source>
        <translation>Bakanlığın kuruma bildirdiği USS uygulama kodu.</translation>
    </message>
    <message>
        <source>e-Rapor role</source>
        <translation>e-Rapor rolü</translation>
    </message>
    <message>
        <source>As the Ministry&apos;s guide prints it. Change it only when the Ministry says so.</source>
        <translation>Bakanlık kılavuzunda yazan değer. Yalnızca Bakanlık bildirirse değiştirin.</translation>
    </message>
    <message>
        <source>How e-Rapor gets the login</source>
        <translation>e-Rapor giriş bilgilerinin yeri</translation>
    </message>
    <message>
        <source>The guide puts it into the address. Choose the body only when the Ministry allows it.</source>
        <translation>Kılavuz bilgileri adrese yazar. Gövdeyi yalnızca Bakanlık izin verirse seçin.</translation>
    </message>
    <message>
        <source>In the address (as the guide has it)</source>
        <translation>Adreste (kılavuzdaki gibi)</translation>
    </message>
    <message>
        <source>In the body of the request</source>
        <translation>İsteğin gövdesinde</translation>
    </message>
    <message>
        <source>Application code for images</source>
        <translation>Görüntü uygulama kodu</translation>
    </message>
    <message>
        <source>The SBYS vendor&apos;s identification number. Without it radiology images stay off.</source>
        <translation>SBYS firma tanımlayıcı numarası. Bu olmadan radyoloji görüntüleri kapalı kalır.</translation>
    </message>
    <message>
        <source>Client name for images</source>
        <translation>Görüntü istemci adı</translation>
    </message>
    <message>
        <source>client_id of the Ministry&apos;s guide.</source>
        <translation>Bakanlık kılavuzundaki client_id.</translation>
    </message>
    <message>
        <source>Grant type for images</source>
        <translation>Görüntü yetki türü</translation>
    </message>
    <message>
        <source>grant_type of the Ministry&apos;s guide.</source>
        <translation>Bakanlık kılavuzundaki grant_type.</translation>
    </message>
    <message>
        <source>HES checks</source>
        <translation>HES sorgusu</translation>
    </message>
    <message>
        <source>Switched off, the window has no HES tab.</source>
        <translation>Kapatılırsa pencerede HES sekmesi olmaz.</translation>
    </message>
    <message>
        <source>City of the checks</source>
        <translation>Sorgulama yapılan il</translation>
    </message>
    <message>
        <source>Where visitors are checked. Without city, district and address no visitor can be checked.</source>
        <translation>Ziyaretçilerin sorgulandığı yer. İl, ilçe ve adres olmadan ziyaretçi sorgulanamaz.</translation>
    </message>
    <message>
        <source>District of the checks</source>
        <translation>Sorgulama yapılan ilçe</translation>
    </message>
    <message>
        <source>Sent to the HES service with a visitor&apos;s code.</source>
        <translation>Ziyaretçinin koduyla birlikte HES servisine gönderilir.</translation>
    </message>
    <message>
        <source>Address of the checks</source>
        <translation>Sorgulama yapılan adres</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Enlem</translation>
    </message>
    <message>
        <source>In degrees, such as 39.92. May stay empty.</source>
        <translation>Derece olarak, örneğin 39.92. Boş kalabilir.</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Boylam</translation>
    </message>
    <message>
        <source>In degrees, such as 32.85. May stay empty.</source>
        <translation>Derece olarak, örneğin 32.85. Boş kalabilir.</translation>
    </message>
    <message>
        <source>Address of e-Rapor</source>
        <translation>e-Rapor adresi</translation>
    </message>
    <message>
        <source>Login, report form, and the doctor&apos;s reports.</source>
        <translation>Giriş, rapor formu ve hekimin raporları.</translation>
    </message>
    <message>
        <source>Address of the login for images</source>
        <translation>Görüntü girişi adresi</translation>
    </message>
    <message>
        <source>The Ministry&apos;s common entrance (OGN).</source>
        <translation>Bakanlığın ortak giriş noktası (OGN).</translation>
    </message>
    <message>
        <source>Address of teleradiology</source>
        <translation>Teleradyoloji adresi</translation>
    </message>
    <message>
        <source>Gives the one-time code with which images open.</source>
        <translation>Görüntüleri açan tek kullanımlık kodu verir.</translation>
    </message>
    <message>
        <source>Address of the image viewer</source>
        <translation>Görüntüleyici adresi</translation>
    </message>
    <message>
        <source>The page that shows the images.</source>
        <translation>Görüntüleri gösteren sayfa.</translation>
    </message>
    <message>
        <source>Address of the HES service</source>
        <translation>HES servisi adresi</translation>
    </message>
    <message>
        <source>Where HES codes are checked.</source>
        <translation>HES kodlarının sorgulandığı yer.</translation>
    </message>
    <message>
        <source>The hospital system logs the doctor in</source>
        <translation>Hekimin girişini HBYS yapar</translation>
    </message>
    <message>
        <source>Only where the hospital system (HBYS) has made sure who the doctor is. Otherwise it fills the field and the doctor logs in.</source>
        <translation>Yalnızca hekimin kimliğini HBYS doğruluyorsa açın. Kapalıyken HBYS alanı doldurur, hekim kendisi giriş yapar.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Whether a doctor has a PIN on this computer, for logging in and for unlocking.</source>
        <translation>Hekimin bu bilgisayarda giriş ve kilit açma için PIN kullanıp kullanmayacağı.</translation>
    </message>
    <message>
        <source>No PIN</source>
        <translation>PIN yok</translation>
    </message>
    <message>
        <source>Each doctor decides</source>
        <translation>Hekim kendisi karar verir</translation>
    </message>
    <message>
        <source>Every doctor needs one</source>
        <translation>Her hekim için zorunlu</translation>
    </message>
    <message>
        <source>Lock after minutes without work</source>
        <translation>Kaç dakika sonra kilitlensin</translation>
    </message>
    <message>
        <source>After so many minutes without key or mouse the window is locked (1 to 240).</source>
        <translation>Klavye ve fare bu kadar dakika kullanılmazsa pencere kilitlenir (1–240).</translation>
    </message>
    <message>
        <source>A link opens a patient</source>
        <translation>Bağlantıyla hasta açma</translation>
    </message>
    <message>
        <source>Any web page can hold such a link.</source>
        <translation>Böyle bir bağlantı herhangi bir web sayfasında olabilir.</translation>
    </message>
    <message>
        <source>After asking the doctor</source>
        <translation>Hekime sorarak</translation>
    </message>
    <message>
        <source>Without asking</source>
        <translation>Sormadan</translation>
    </message>
    <message>
        <source>E-signature programs</source>
        <translation>E-imza programları</translation>
    </message>
    <message>
        <source>Names of the links with which pages may start a program on this computer, separated by commas, such as akisimza.</source>
        <translation>Sayfaların bu bilgisayarda program başlatabileceği bağlantı adları, virgülle ayrılmış, örneğin akisimza.</translation>
    </message>
    <message>
        <source>Ports of e-signature programs</source>
        <translation>E-imza programlarının bağlantı noktaları</translation>
    </message>
    <message>
        <source>Ports on this computer that e-Rapor&apos;s pages may reach, separated by commas; * means all of them.</source>
        <translation>e-Rapor sayfalarının bu bilgisayarda erişebileceği bağlantı noktaları (port), virgülle ayrılmış; * hepsi demektir.</translation>
    </message>
    <message>
        <source>Further hosts</source>
        <translation>Ek sunucular</translation>
    </message>
    <message>
        <source>Hosts beyond the Ministry&apos;s that pages may visit, separated by commas, such as *.hastane.example.</source>
        <translation>Sayfaların Bakanlık dışında gidebileceği sunucular, virgülle ayrılmış, örneğin *.hastane.example.</translation>
    </message>
    <message>
        <source>How images are drawn</source>
        <translation>Görüntülerin çizimi</translation>
    </message>
    <message>
        <source>Choose the processor when images flicker or stay black.</source>
        <translation>Görüntüler titriyor ya da siyah kalıyorsa işlemciyi seçin.</translation>
    </message>
    <message>
        <source>By the graphics card where it works</source>
        <translation>Çalışıyorsa ekran kartıyla</translation>
    </message>
    <message>
        <source>By the processor</source>
        <translation>İşlemciyle</translation>
    </message>
    <message>
        <source>Not at all (no WebGL)</source>
        <translation>Çizilmesin (WebGL kapalı)</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Vekil sunucu (proxy)</translation>
    </message>
    <message>
        <source>system (as the computer is set), none, or a host with its port: proxy:8080.</source>
        <translation>system (bilgisayarın ayarı), none (yok) ya da sunucu ve bağlantı noktası: proxy:8080.</translation>
    </message>
    <message>
        <source>HTTP/2</source>
        <translation>HTTP/2</translation>
    </message>
    <message>
        <source>For the services. Leave it off when unsure.</source>
        <translation>Servis bağlantıları için. Emin değilseniz kapalı bırakın.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Dil</translation>
    </message>
    <message>
        <source>Of the window; the Ministry&apos;s pages are Turkish.</source>
        <translation>Pencerenin dili; Bakanlığın sayfaları Türkçedir.</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Bilgisayarın dili</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkçe</translation>
    </message>
    <message>
        <source>English</source>
        <translation>İngilizce</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>e-Rapor and images</source>
        <translation>e-Rapor ve görüntüler</translation>
    </message>
    <message>
        <source>HES</source>
        <translation>HES</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresler</translation>
    </message>
    <message>
        <source>Login and lock</source>
        <translation>Giriş ve kilit</translation>
    </message>
    <message>
        <source>Pages and e-signature</source>
        <translation>Sayfalar ve e-imza</translation>
    </message>
    <message>
        <source>Network and language</source>
        <translation>Ağ ve dil</translation>
    </message>
    <message>
        <source>Keep the audit trail for months</source>
        <translation>Denetim izini saklama süresi (ay)</translation>
    </message>
    <message>
        <source>Largest file of the audit trail (MB)</source>
        <translation>Denetim izinin en büyük dosyası (MB)</translation>
    </message>
    <message>
        <source>A month that needs more goes on in a further file (1 to 1000).</source>
        <translation>Daha fazlası gereken ay yeni bir dosyada sürer (1 – 1000).</translation>
    </message>
    <message>
        <source>Copy the audit trail to the system log</source>
        <translation>Denetim izini sistem günlüğüne kopyala</translation>
    </message>
    <message>
        <source>Every line also goes to journald or syslog (Windows: the event log), from where it can be sent on.</source>
        <translation>Her satır ayrıca journald veya syslog&apos;a (Windows: olay günlüğü) yazılır; oradan başka bir sunucuya iletilebilir.</translation>
    </message>
    <message>
        <source>The program itself sends no copy of the audit trail any more. Set audit/systemLog=true, let this computer&apos;s rsyslog or Windows Event Forwarding carry the lines on, and remove this key.</source>
        <translation>Program denetim izinin kopyasını artık kendisi göndermiyor. audit/systemLog=true yazın, satırları bu bilgisayarın rsyslog&apos;u ya da Windows Olay İletme taşısın; sonra bu anahtarı silin.</translation>
    </message>
    <message>
        <source>Older files of who opened what are removed once so many months have passed; 0 keeps all of them (0 to 600).</source>
        <translation>Kimin neyi açtığını gösteren eski dosyalar bu kadar ay geçince silinir; 0 yazılırsa hepsi saklanır (0 – 600).</translation>
    </message>
</context>
<context>
    <name>SettingsNotice</name>
    <message>
        <source>%1 in %2 does not count here.</source>
        <translation>%2 içindeki %1 burada geçerli değil.</translation>
    </message>
    <message>
        <source>%1 in %2 is no longer known and does nothing.</source>
        <translation>%2 içindeki %1 artık bilinmiyor ve hiçbir şey yapmıyor.</translation>
    </message>
    <message>
        <source>%1 stands twice in %2; of a key that does, the last one counts. Put together what belongs together.</source>
        <translation>%1, %2 içinde iki kez yazılmış; iki kez yazılan bir anahtarın sonuncusu geçerlidir. Birlikte olması gerekenleri birleştirin.</translation>
    </message>
</context>
<context>
    <name>SetupText</name>
    <message>
        <source>e-Rapor password (USS)</source>
        <translation>e-Rapor parolası (USS)</translation>
    </message>
    <message>
        <source>Password for images (e-Nabız)</source>
        <translation>Görüntü parolası (e-Nabız)</translation>
    </message>
    <message>
        <source>HES user name</source>
        <translation>HES kullanıcı adı</translation>
    </message>
    <message>
        <source>HES password</source>
        <translation>HES parolası</translation>
    </message>
    <message>
        <source>The institution&apos;s USS password.</source>
        <translation>Kurumun USS parolası.</translation>
    </message>
    <message>
        <source>The institution&apos;s e-Nabız password; without it images stay closed.</source>
        <translation>Kurumun e-Nabız parolası; bu olmadan görüntüler açılmaz.</translation>
    </message>
    <message>
        <source>As the Ministry gave it to the institution for HES checks. It is tried with the first check: the service has no way to try it before.</source>
        <translation>Bakanlığın HES sorgusu için kuruma verdiği bilgi. İlk sorguda denenir; servisin daha önce deneme yolu yoktur.</translation>
    </message>
    <message>
        <source>There is a blank, a quotation mark or %20 in it. Take it out unless it belongs to the password.</source>
        <translation>İçinde boşluk, tırnak ya da %20 var. Parolaya ait değilse silin.</translation>
    </message>
</context>
<context>
    <name>SupportText</name>
    <message>
        <source>Support file of Hekim Asistanı

It holds versions, the settings, the result of a connection check and the window&apos;s log. Identity numbers are masked; passwords, tokens and application codes are not in it. Read it before you send it: every file is plain text.
</source>
        <translation>Hekim Asistanı destek dosyası

İçinde sürümler, ayarlar, bağlantı denetiminin sonucu ve pencerenin günlüğü vardır. Kimlik numaraları maskelidir; parola, jeton ve uygulama kodu yoktur. Göndermeden önce okuyun: bütün dosyalar düz metindir.
</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>Riskless: vaccinated, immune, negative test</source>
        <translation>Risksiz: aşılı, bağışık, testi negatif</translation>
    </message>
    <message>
        <source>Riskless: vaccinated, immune</source>
        <translation>Risksiz: aşılı, bağışık</translation>
    </message>
    <message>
        <source>Riskless: vaccinated, negative test</source>
        <translation>Risksiz: aşılı, testi negatif</translation>
    </message>
    <message>
        <source>Riskless: immune, negative test</source>
        <translation>Risksiz: bağışık, testi negatif</translation>
    </message>
    <message>
        <source>Riskless: vaccinated</source>
        <translation>Risksiz: aşılı</translation>
    </message>
    <message>
        <source>Riskless: immune</source>
        <translation>Risksiz: bağışık</translation>
    </message>
    <message>
        <source>Riskless: negative test</source>
        <translation>Risksiz: testi negatif</translation>
    </message>
    <message>
        <source>Riskless: neither vaccinated nor immune</source>
        <translation>Risksiz: aşısız, bağışık değil</translation>
    </message>
    <message>
        <source>Riskless: shares nothing</source>
        <translation>Risksiz: hiçbir bilgiyi paylaşmıyor</translation>
    </message>
    <message>
        <source>Risky</source>
        <translation>Riskli</translation>
    </message>
    <message>
        <source>A status that nobody knows</source>
        <translation>Tanınmayan bir durum</translation>
    </message>
    <message>
        <source>No such code</source>
        <translation>Olmayan kod</translation>
    </message>
    <message>
        <source>Expired code</source>
        <translation>Süresi dolmuş kod</translation>
    </message>
</context>
<context>
    <name>TrainingAnnouncement</name>
    <message>
        <source>TRAINING MINISTRY: nothing here is real. End it with Ctrl+C.</source>
        <translation>EĞİTİM BAKANLIĞI: buradaki hiçbir şey gerçek değildir. Ctrl+C ile kapatılır.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresler</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>Invented doctors</source>
        <translation>Hayali hekimler</translation>
    </message>
    <message>
        <source>Invented patients (any other valid number yields an invented person too)</source>
        <translation>Hayali hastalar (geçerli başka her numara da hayali bir kişi verir)</translation>
    </message>
    <message>
        <source>A token, good for one doctor</source>
        <translation>Bir hekim için geçerli erişim jetonu</translation>
    </message>
    <message>
        <source>The form, with the token</source>
        <translation>Jetonla form</translation>
    </message>
    <message>
        <source>Hekim Asistanı against this ministry</source>
        <translation>Bu bakanlıkla Hekim Asistanı</translation>
    </message>
    <message>
        <source>HES codes</source>
        <translation>HES kodları</translation>
    </message>
    <message>
        <source>A HES check</source>
        <translation>Bir HES sorgusu</translation>
    </message>
</context>
<context>
    <name>hekim::AppImageOffer</name>
    <message>
        <source>Links of the HBYS do not open this program yet, and it is not in the menu. Register it for your user account?</source>
        <translation>HBYS bağlantıları henüz bu programı açmıyor ve program menüde yok. Kullanıcı hesabınız için kaydedilsin mi?</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Bir daha sorma</translation>
    </message>
    <message>
        <source>Links of the HBYS and the menu now open this program.</source>
        <translation>HBYS bağlantıları ve menü artık bu programı açıyor.</translation>
    </message>
    <message>
        <source>The program could not be registered. Ask your IT to run it with --integrate.</source>
        <translation>Program kaydedilemedi. Bilgi işleminizden programı --integrate ile çalıştırmasını isteyin.</translation>
    </message>
</context>
<context>
    <name>hekim::Application</name>
    <message>
        <source>This computer gives programs too little shared memory: pages and images can stay blank. Ask your IT (/dev/shm).</source>
        <translation>Bu bilgisayar programlara çok az paylaşılan bellek veriyor: sayfalar ve görüntüler boş kalabilir. Bilgi işlem biriminize danışın (/dev/shm).</translation>
    </message>
</context>
<context>
    <name>hekim::AuditCommand</name>
    <message numerus="yes">
        <source>%n line(s) were cut short by a crash; the trail tells which.</source>
        <translation>
            <numerusform>%n satır çökme nedeniyle yarım kalmış; hangisi olduğu izde yazıyor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are sealed with another key and were checked by the chain only.</source>
        <translation>
            <numerusform>%n satır başka bir anahtarla mühürlü; yalnız zincirleri sınandı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Without the institution&apos;s key nobody can be found by a number, and this user&apos;s keychain does not hold it.</source>
        <translation>Kurumun anahtarı olmadan kimse numarasıyla bulunamaz; bu kullanıcının anahtarlığında o anahtar yok.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) are damaged and were left out; --audit verify names them.</source>
        <translation>
            <numerusform>%n satır bozuk olduğu için yazılmadı; hangileri olduğunu --audit verify söyler.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were written with another key or none: who stands in them cannot be found.</source>
        <translation>
            <numerusform>%n satır başka bir anahtarla veya anahtarsız yazılmış: içinde kimin olduğu bulunamaz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The audit trail is whole: %n line(s), none changed (files: %1).</source>
        <translation>
            <numerusform>Denetim izi bütün: %n satır, hiçbiri değiştirilmemiş (dosya: %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chain of %n line(s) is unbroken; what cannot be proven is named above.</source>
        <translation>
            <numerusform>%n satırlık zincir kopmamış; kanıtlanamayanlar yukarıda yazılı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing outside the folder says how far the trail had reached: an older state in its place would not be noticed.</source>
        <translation>İzin nereye kadar geldiğini klasörün dışında gösteren bir şey yok: yerine eski bir hali konsa anlaşılmaz.</translation>
    </message>
    <message>
        <source>The keychain gave no key (%1).</source>
        <translation>Anahtarlık anahtar vermedi (%1).</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) have no seal.</source>
        <translation>
            <numerusform>%n satır mühürsüz.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were written between those of these days with a clock that was wrong: they are among them.</source>
        <translation>
            <numerusform>%n satır, bu günlerin satırları arasında yanlış saatle yazılmış: onlar da listede.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::AuditWarning</name>
    <message>
        <source>What is opened cannot be recorded yet. Go on working, and tell your IT.
For IT: %1</source>
        <translation>Açılanlar şimdilik kaydedilemiyor. Çalışmayı sürdürün ve bilgi işleme haber verin.
Bilgi işlem için: %1</translation>
    </message>
    <message>
        <source>Please tell your IT: %1</source>
        <translation>Bilgi işlem biriminize iletin: %1</translation>
    </message>
</context>
<context>
    <name>hekim::CertificateDialog</name>
    <message>
        <source>%1 asks for a certificate. Choose the one of your card.</source>
        <translation>%1 sertifika istiyor. Kartınızdaki sertifikayı seçin.</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Sertifikalar</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Sahibi</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Veren</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Son geçerlilik</translation>
    </message>
    <message>
        <source>Use this certificate</source>
        <translation>Bu sertifikayı kullan</translation>
    </message>
    <message>
        <source>Without a certificate</source>
        <translation>Sertifikasız devam et</translation>
    </message>
    <message>
        <source>%1 (expired)</source>
        <translation>%1 (süresi dolmuş)</translation>
    </message>
</context>
<context>
    <name>hekim::CheckTree</name>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 ms</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servisler</translation>
    </message>
    <message>
        <source>Service and step</source>
        <translation>Servis ve adım</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Süre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Açıklama</translation>
    </message>
    <message>
        <source>%1 (not needed here)</source>
        <translation>%1 (burada gerekmiyor)</translation>
    </message>
</context>
<context>
    <name>hekim::ChildWindow</name>
    <message>
        <source>For IT: %1</source>
        <translation>Bilgi işlem için: %1</translation>
    </message>
    <message>
        <source>What was written in this window since it was loaded will be lost.</source>
        <translation>Bu pencerede açıldığından beri yazılanlar kaybolacak.</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Pencereyi kapat</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Forma dön</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Yeniden aç</translation>
    </message>
</context>
<context>
    <name>hekim::ConnectionDialog</name>
    <message>
        <source>Check again</source>
        <translation>Yeniden denetle</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Bağlantı denetimi</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>Copies the result as text, for a mail to IT</source>
        <translation>Sonucu metin olarak kopyalar; bilgi işleme e-posta ile gönderilebilir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>The services are being checked…</source>
        <translation>Servisler denetleniyor…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>service · what was found</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopyalandı</translation>
    </message>
</context>
<context>
    <name>hekim::CredentialsDialog</name>
    <message>
        <source>Keep in this computer&apos;s keychain</source>
        <translation>Bu bilgisayarın anahtarlığında sakla</translation>
    </message>
    <message>
        <source>Login of the network</source>
        <translation>Ağ girişi</translation>
    </message>
    <message>
        <source>Login of the page</source>
        <translation>Sayfa girişi</translation>
    </message>
    <message>
        <source>The hospital&apos;s proxy %1 lets nobody through without a login. Your IT knows which one.</source>
        <translation>Hastanenin vekil sunucusu %1 giriş yapmadan kimseyi geçirmiyor. Kullanıcı adını ve parolayı bilgi işlemden öğrenebilirsiniz.</translation>
    </message>
    <message>
        <source>%1 asks for a user name and a password of its own.</source>
        <translation>%1 kendi kullanıcı adını ve parolasını istiyor.</translation>
    </message>
    <message>
        <source>It calls itself “%1”.</source>
        <translation>Kendini “%1” olarak tanıtıyor.</translation>
    </message>
    <message>
        <source>What was typed was refused.</source>
        <translation>Yazılan bilgiler kabul edilmedi.</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Kullanıcı adı</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Parola</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Kullanıcı adı</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Parola</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Giriş yap</translation>
    </message>
    <message>
        <source>In a Windows domain write the user name as DOMAIN\user.</source>
        <translation>Windows etki alanında kullanıcı adını ETKİALANI\kullanıcı biçiminde yazın.</translation>
    </message>
</context>
<context>
    <name>hekim::DateField</name>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>gg.aa.yyyy</translation>
    </message>
</context>
<context>
    <name>hekim::DialogController</name>
    <message>
        <source>Connection check</source>
        <translation>Bağlantı denetimi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Destek dosyası</translation>
    </message>
    <message>
        <source>About Hekim Asistanı</source>
        <translation>Hekim Asistanı hakkında</translation>
    </message>
    <message>
        <source>Hekim Asistanı %1

Environment: %2
Qt %3</source>
        <translation>Hekim Asistanı %1

Ortam: %2
Qt %3</translation>
    </message>
</context>
<context>
    <name>hekim::DownloadBar</name>
    <message>
        <source>File</source>
        <translation>Dosya</translation>
    </message>
    <message>
        <source>Progress of saving</source>
        <translation>Kaydetme durumu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>“%1” was not saved. %2</source>
        <translation>“%1” kaydedilemedi. %2</translation>
    </message>
    <message>
        <source>file</source>
        <translation>dosya</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Kaydet…</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>Kaydetme</translation>
    </message>
    <message>
        <source>%1 offers the file “%2”.</source>
        <translation>%1 “%2” dosyasını sunuyor.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>“%1” is being saved.</source>
        <translation>“%1” kaydediliyor.</translation>
    </message>
    <message>
        <source>“%1” is being saved: %2 of %3, %4 per second.</source>
        <translation>“%1” kaydediliyor: %2 / %3, saniyede %4.</translation>
    </message>
    <message>
        <source>“%1” is being saved: %2, %3 per second.</source>
        <translation>“%1” kaydediliyor: %2, saniyede %3.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Klasörü aç</translation>
    </message>
    <message>
        <source>“%1” was saved.</source>
        <translation>“%1” kaydedildi.</translation>
    </message>
</context>
<context>
    <name>hekim::DownloadShelf</name>
    <message>
        <source>Save file</source>
        <translation>Dosyayı kaydet</translation>
    </message>
    <message>
        <source>file</source>
        <translation>dosya</translation>
    </message>
</context>
<context>
    <name>hekim::EnvironmentBanner</name>
    <message>
        <source>TRAINING — invented people, nothing is sent to the Ministry</source>
        <translation>EĞİTİM — kişiler hayalidir, Bakanlığa hiçbir şey gönderilmez</translation>
    </message>
    <message>
        <source>TEST ENVIRONMENT — reports written here are not valid</source>
        <translation>TEST ORTAMI — burada yazılan raporlar geçerli değildir</translation>
    </message>
    <message>
        <source>CUSTOM ENVIRONMENT — with the Ministry&apos;s live services: reports are valid</source>
        <translation>ÖZEL ORTAM — Bakanlığın gerçek servisleriyle: raporlar geçerlidir</translation>
    </message>
    <message>
        <source>CUSTOM ENVIRONMENT — addresses of this installation, not the Ministry&apos;s</source>
        <translation>ÖZEL ORTAM — Bakanlığın değil, bu kurulumun adresleri</translation>
    </message>
</context>
<context>
    <name>hekim::FindBar</name>
    <message>
        <source>Find in the page</source>
        <translation>Sayfada bul</translation>
    </message>
    <message>
        <source>Text to find</source>
        <translation>Aranan metin</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Önceki eşleşme</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Sonraki eşleşme</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Aramayı kapat</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Bulunamadı</translation>
    </message>
</context>
<context>
    <name>hekim::FirstStartNotice</name>
    <message>
        <source>No institution is set up on this computer yet: this is training with invented people.</source>
        <translation>Bu bilgisayarda henüz kurum tanımlı değil: hayali kişilerle eğitim yapılıyor.</translation>
    </message>
    <message>
        <source>Set up the institution</source>
        <translation>Kurumu tanımla</translation>
    </message>
</context>
<context>
    <name>hekim::HelpBrowser</name>
    <message>
        <source>Help text</source>
        <translation>Yardım metni</translation>
    </message>
</context>
<context>
    <name>hekim::HelpWindow</name>
    <message>
        <source>Help — Hekim Asistanı</source>
        <translation>Yardım — Hekim Asistanı</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Yardımda ara</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Önceki eşleşme</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Sonraki eşleşme</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Küçült</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Büyüt</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>İçindekiler</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Bulunamadı</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Yazdırılmadı</translation>
    </message>
    <message>
        <source>Save the page</source>
        <translation>Sayfayı kaydet</translation>
    </message>
    <message>
        <source>help</source>
        <comment>file name</comment>
        <translation>yardim</translation>
    </message>
</context>
<context>
    <name>hekim::HesCheckCard</name>
    <message>
        <source>One person</source>
        <translation>Tek kişi</translation>
    </message>
    <message>
        <source>HES code</source>
        <translation>HES kodu</translation>
    </message>
    <message>
        <source>Kind of check</source>
        <translation>Sorgu türü</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Ziyaretçi</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>Personel</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Değiştir…</translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation>Yeri değiştir</translation>
    </message>
    <message>
        <source>HES &amp;code</source>
        <translation>HES &amp;kodu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Sorgula</translation>
    </message>
    <message>
        <source>Type, paste or scan the person&apos;s HES code.</source>
        <translation>Kişinin HES kodunu yazın, yapıştırın ya da okutun.</translation>
    </message>
    <message>
        <source>There are several codes in this text. Check them one by one, or as staff below.</source>
        <translation>Bu metinde birden çok kod var. Tek tek ya da personelse aşağıda toplu sorgulayın.</translation>
    </message>
    <message>
        <source>This is no HES code: it has 10 letters and digits, as C4G6-1346-S3.</source>
        <translation>Bu bir HES kodu değil: C4G6-1346-S3 gibi 10 harf ve rakam olmalı.</translation>
    </message>
    <message>
        <source>Enter the place of the check first; the Ministry wants it for visitors.</source>
        <translation>Önce sorgunun yerini girin; Bakanlık ziyaretçilerde bunu istiyor.</translation>
    </message>
    <message>
        <source>With or without dashes; a scanned QR code works too.</source>
        <translation>Tireli ya da tiresiz; okutulan karekod da olur.</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Yer: %1</translation>
    </message>
    <message>
        <source>Place: not set yet</source>
        <translation>Yer: henüz girilmedi</translation>
    </message>
    <message>
        <source>With vaccinations</source>
        <translation>Aşı bilgileriyle</translation>
    </message>
</context>
<context>
    <name>hekim::HesExamples</name>
    <message>
        <source>Codes for training</source>
        <translation>Eğitim kodları</translation>
    </message>
    <message>
        <source>Click a code to fill it in, then check it. All of these people are invented.</source>
        <translation>Doldurmak için bir koda tıklayın, sonra sorgulayın. Bu kişilerin hepsi uydurmadır.</translation>
    </message>
</context>
<context>
    <name>hekim::HesLoginDialog</name>
    <message>
        <source>Institution&apos;s HES login</source>
        <translation>Kurumun HES girişi</translation>
    </message>
    <message>
        <source>HES user name of the institution</source>
        <translation>Kurumun HES kullanıcı adı</translation>
    </message>
    <message>
        <source>HES password of the institution</source>
        <translation>Kurumun HES parolası</translation>
    </message>
    <message>
        <source>The user name and password that the institution got for the HES query services. They are kept in memory until the window closes and are written nowhere.</source>
        <translation>Kuruma HES sorgulama servisleri için verilen kullanıcı adı ve parola. Pencere kapanana kadar bellekte tutulur, hiçbir yere yazılmaz.</translation>
    </message>
    <message>
        <source>Use for this session</source>
        <translation>Bu oturumda kullan</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Kullanıcı adı</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Parola</translation>
    </message>
</context>
<context>
    <name>hekim::HesPage</name>
    <message>
        <source>Results</source>
        <translation>Sonuçlar</translation>
    </message>
    <message>
        <source>Results are shown here. Type, paste or scan a HES code on the left and press Enter.</source>
        <translation>Sonuçlar burada gösterilir. Solda bir HES kodu yazın, yapıştırın ya da okutun ve Enter’a basın.</translation>
    </message>
    <message>
        <source>The Ministry of Health reports visitors whose code is risky to the Ministry of the Interior.</source>
        <translation>Sağlık Bakanlığı, kodu riskli çıkan ziyaretçileri İçişleri Bakanlığına bildirir.</translation>
    </message>
    <message>
        <source>Understood, check</source>
        <translation>Anladım, sorgula</translation>
    </message>
    <message>
        <source>The results were saved: %1</source>
        <translation>Sonuçlar kaydedildi: %1</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>%1 yazılamadı. Başka bir klasör seçin.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped. What came is kept; %n code(s) were not asked.</source>
        <translation>
            <numerusform>Durduruldu. Gelenler duruyor; %n kod sorulmadı.</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Devam et</translation>
    </message>
    <message>
        <source>All codes are checked.</source>
        <translation>Bütün kodlar sorgulandı.</translation>
    </message>
    <message>
        <source>Enter user name and password…</source>
        <translation>Kullanıcı adı ve parolayı gir…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Bilgi işlem için: %1</translation>
    </message>
</context>
<context>
    <name>hekim::HesPlaceDialog</name>
    <message>
        <source>Place of the checks</source>
        <translation>Sorguların yeri</translation>
    </message>
    <message>
        <source>The Ministry is told where visitors are checked. What you enter here counts until you log out; your IT can set it for good (hes/city, hes/district, hes/address).</source>
        <translation>Ziyaretçilerin nerede sorgulandığı Bakanlığa bildirilir. Buraya yazdığınız, çıkış yapana kadar geçerlidir; bilgi işlem kalıcı olarak girebilir (hes/city, hes/district, hes/address).</translation>
    </message>
    <message>
        <source>City</source>
        <translation>İl</translation>
    </message>
    <message>
        <source>District</source>
        <translation>İlçe</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Açık adres</translation>
    </message>
    <message>
        <source>Use for this session</source>
        <translation>Bu oturumda kullan</translation>
    </message>
    <message>
        <source>Set by your administrator</source>
        <translation>Yöneticiniz belirledi</translation>
    </message>
</context>
<context>
    <name>hekim::HesResultsModel</name>
    <message>
        <source>Risky</source>
        <translation>Riskli</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Bilinmiyor</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Bulunamadı</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Süresi dolmuş</translation>
    </message>
    <message>
        <source>Riskless</source>
        <translation>Risksiz</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Henüz sorulmadı</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Satır</translation>
    </message>
    <message>
        <source>HES code</source>
        <translation>HES kodu</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Sonuç</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Kişi</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>Kimlik no</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Geçerlilik</translation>
    </message>
</context>
<context>
    <name>hekim::HesResultsTable</name>
    <message>
        <source>Export</source>
        <translation>Dışa aktar</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Bütün sonuçlar</translation>
    </message>
    <message>
        <source>Search code or person</source>
        <translation>Kod ya da kişi ara</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Sonuçlar</translation>
    </message>
    <message numerus="yes">
        <source>%n code(s)</source>
        <translation>
            <numerusform>%n kod</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation>Sonuçları dışa aktar</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel çalışma kitabı (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV metni (*.csv)</translation>
    </message>
    <message>
        <source>hes-results</source>
        <translation>hes-sonuclari</translation>
    </message>
</context>
<context>
    <name>hekim::HesStaffCard</name>
    <message>
        <source>The file is not there or you may not open it. Choose another.</source>
        <translation>Dosya yerinde yok ya da açma izniniz yok. Başka bir dosya seçin.</translation>
    </message>
    <message>
        <source>The file is too large. Save the list of codes alone, or in parts.</source>
        <translation>Dosya çok büyük. Yalnızca kod listesini ya da parça parça kaydedin.</translation>
    </message>
    <message>
        <source>The file is neither XLSX, ODS nor CSV. Save it as one of these and choose it again.</source>
        <translation>Dosya XLSX, ODS ya da CSV değil. Bunlardan biri olarak kaydedip yeniden seçin.</translation>
    </message>
    <message>
        <source>The file is damaged and cannot be read. Save it anew and choose it again.</source>
        <translation>Dosya bozuk, okunamadı. Yeniden kaydedip bir daha seçin.</translation>
    </message>
    <message>
        <source>The file has no rows. Choose the one that holds the codes.</source>
        <translation>Dosyada satır yok. Kodların bulunduğu dosyayı seçin.</translation>
    </message>
    <message>
        <source>Ask again what was answered in the last 15 minutes</source>
        <translation>Son 15 dakikada yanıtlananları da yeniden sor</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>Dosyadan al</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Toplu sorgula</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personel</translation>
    </message>
    <message>
        <source>The institution&apos;s own staff only, never visitors.</source>
        <translation>Yalnızca kurumun kendi personeli; ziyaretçi kodu girmeyin.</translation>
    </message>
    <message>
        <source>HES codes</source>
        <translation>HES kodları</translation>
    </message>
    <message>
        <source>Paste the codes, one on each line</source>
        <translation>Kodları her satıra bir tane olacak şekilde yapıştırın</translation>
    </message>
    <message>
        <source>Column of the codes</source>
        <translation>Kodların sütunu</translation>
    </message>
    <message>
        <source>Let go of the file</source>
        <translation>Dosyayı bırak</translation>
    </message>
    <message>
        <source>Lines that were left out</source>
        <translation>Alınmayan satırlar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>File with HES codes</source>
        <translation>HES kodlarının dosyası</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.ods *.csv *.txt)</source>
        <translation>Tablolar (*.xlsx *.ods *.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Dosya okunuyor…</translation>
    </message>
    <message>
        <source>The column of the codes was found by itself; choose another where it is wrong.</source>
        <translation>Kodların sütunu kendiliğinden bulundu; yanlışsa başkasını seçin.</translation>
    </message>
    <message>
        <source>No column with codes was found. Choose the right one.</source>
        <translation>Kod bulunan bir sütun yok. Doğru sütunu seçin.</translation>
    </message>
    <message>
        <source>Reading the codes…</source>
        <translation>Kodlar okunuyor…</translation>
    </message>
    <message>
        <source>Line %1: no code in “%2”</source>
        <translation>%1. satır: “%2” içinde kod yok</translation>
    </message>
    <message>
        <source>Line %1: %2 stands in line %3 already</source>
        <translation>%1. satır: %2, %3. satırda zaten var</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) without a code</source>
        <translation>
            <numerusform>%n satırda kod yok</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repetition(s)</source>
        <translation>
            <numerusform>%n yineleme</numerusform>
        </translation>
    </message>
    <message>
        <source>only the first %1 codes were taken</source>
        <translation>yalnızca ilk %1 kod alındı</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Alınmayanlar: %1.</translation>
    </message>
    <message>
        <source>Paste codes or choose a file first.</source>
        <translation>Önce kodları yapıştırın ya da bir dosya seçin.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>the service is busy, next try in %n second(s)</source>
        <translation>
            <numerusform>servis meşgul, %n saniye sonra yeniden denenecek</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>saniyede %1</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>yaklaşık %n saniye kaldı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from memory</source>
        <translation>
            <numerusform>%n tanesi bellekten</numerusform>
        </translation>
    </message>
    <message>
        <source>The file is protected by a password. Save it without one and choose it again.</source>
        <translation>Dosya bir parolayla korunuyor. Parolasız kaydedip yeniden seçin.</translation>
    </message>
    <message>
        <source>Line %1: a formula without its result. Save the file once in its own program.</source>
        <translation>%1. satır: sonucu yazılmamış bir formül. Dosyayı kendi programında bir kez kaydedin.</translation>
    </message>
    <message>
        <source>what stands behind row %1, column %2 or sheet %3 of the file</source>
        <translation>dosyanın %1. satırından, %2. sütunundan ya da %3. sayfasından sonrası</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) with nothing in this column</source>
        <translation>
            <numerusform>bu sütunu boş %n satır</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::HesVerdict</name>
    <message>
        <source>Person:</source>
        <translation>Kişi:</translation>
    </message>
    <message>
        <source>Identity number:</source>
        <translation>Kimlik no:</translation>
    </message>
    <message>
        <source>Code valid until:</source>
        <translation>Kodun geçerliliği:</translation>
    </message>
    <message>
        <source>Vaccination:</source>
        <translation>Aşı:</translation>
    </message>
    <message>
        <source>Immunity:</source>
        <translation>Bağışıklık:</translation>
    </message>
    <message>
        <source>Negative test:</source>
        <translation>Negatif test:</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Sorgulanıyor…</translation>
    </message>
</context>
<context>
    <name>hekim::IdentityField</name>
    <message numerus="yes">
        <source>%n more digit(s)</source>
        <translation>
            <numerusform>%n rakam daha</numerusform>
        </translation>
    </message>
    <message>
        <source>The number is complete.</source>
        <translation>Numara tamam.</translation>
    </message>
    <message>
        <source>The check digits do not match. Compare it with the identity card.</source>
        <translation>Numaranın son iki rakamı tutmuyor. Kimlik kartıyla karşılaştırın.</translation>
    </message>
    <message>
        <source>An identity number does not start with 0.</source>
        <translation>Kimlik numarası 0 ile başlamaz.</translation>
    </message>
    <message>
        <source>This is longer than the 11 digits of an identity number.</source>
        <translation>Kimlik numarası 11 rakamdır; bu daha uzun.</translation>
    </message>
    <message>
        <source>The check digits do not match: a digit is wrong or two are swapped.</source>
        <translation>Numaranın son iki rakamı tutmuyor: bir rakam yanlış ya da iki rakam yer değiştirmiş.</translation>
    </message>
</context>
<context>
    <name>hekim::ImagesView</name>
    <message>
        <source>Open image</source>
        <translation>Görüntüyü aç</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Tam ekrandan çık</translation>
    </message>
    <message>
        <source>Leave full screen (%1)</source>
        <translation>Tam ekrandan çık (%1)</translation>
    </message>
    <message>
        <source>Accession number</source>
        <translation>Erişim numarası</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Çekimler</translation>
    </message>
    <message>
        <source>Studies of this patient</source>
        <translation>Bu hastanın çekimleri</translation>
    </message>
    <message>
        <source>Type the accession number of a study beside the patient&apos;s number above. A study that the hospital system names opens by itself.</source>
        <translation>Çekimin erişim numarasını yukarıda, hasta numarasının yanındaki alana yazın. Hastane sisteminin bildirdiği çekim kendiliğinden açılır.</translation>
    </message>
</context>
<context>
    <name>hekim::ImagesWindow</name>
    <message>
        <source>Images — Hekim Asistanı</source>
        <translation>Görüntüler — Hekim Asistanı</translation>
    </message>
</context>
<context>
    <name>hekim::KeyringText</name>
    <message>
        <source>The password store of this computer (keyring) waits to be unlocked. Type its password in the system&apos;s question; the work goes on by itself then.</source>
        <translation>Bu bilgisayarın anahtarlığı (parola deposu) kilidinin açılmasını bekliyor. Parolasını sistemin sorduğu pencereye yazın; iş sonra kendiliğinden sürer.</translation>
    </message>
</context>
<context>
    <name>hekim::LaunchController</name>
    <message numerus="yes">
        <source>%n launch(es) came in the session that has ended and were not opened. Open them again in the HBYS.</source>
        <translation>
            <numerusform>Biten oturumda gelen %n çağrı açılmadı. HBYS’den yeniden açın.</numerusform>
        </translation>
    </message>
    <message>
        <source>The password was refused, so nothing is sent until you press “Log in”.</source>
        <translation>Parola reddedildi; siz “Giriş yap”a basmadan hiçbir şey gönderilmez.</translation>
    </message>
    <message numerus="yes">
        <source>%n launches wait and open after the login.</source>
        <translation>
            <numerusform>%n çağrı bekliyor; girişten sonra açılacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient %1</source>
        <translation>%1 numaralı hasta</translation>
    </message>
    <message>
        <source>A page</source>
        <translation>Bir sayfa</translation>
    </message>
    <message>
        <source>%1 was proposed by a link. You are asked after the login.</source>
        <translation>%1 bir bağlantıyla önerildi. Girişten sonra size sorulacak.</translation>
    </message>
    <message>
        <source>%1 opens when doctor %2 logs in.</source>
        <translation>%1, %2 numaralı hekim giriş yapınca açılacak.</translation>
    </message>
    <message>
        <source>%1 opens after the login.</source>
        <translation>%1 girişten sonra açılacak.</translation>
    </message>
    <message numerus="yes">
        <source>%n launch(es) were not opened, since too many waited already. Open them again in the HBYS.</source>
        <translation>
            <numerusform>Çok fazla çağrı beklediği için %n çağrı açılmadı. HBYS’den yeniden açın.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n launch(es) waited longer than 5 minutes and were not opened. Open them again in the HBYS.</source>
        <translation>
            <numerusform>%n çağrı 5 dakikadan uzun beklediği için açılmadı. HBYS’den yeniden açın.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them open(s) only when doctor %1 logs in.</source>
        <translation>
            <numerusform>Bunların %n tanesi ancak %1 numaralı hekim giriş yapınca açılacak.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them open(s) only when further doctors log in.</source>
        <translation>
            <numerusform>Bunların %n tanesi ancak başka hekimler giriş yapınca açılacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>One was proposed by a link; you are asked about it after the login.</source>
        <translation>Birini bir bağlantı önerdi; girişten sonra size sorulacak.</translation>
    </message>
</context>
<context>
    <name>hekim::LiveGate</name>
    <message>
        <source>Before the live environment</source>
        <translation>Gerçek ortamdan önce</translation>
    </message>
    <message>
        <source>The Ministry&apos;s guides ask for these steps before the live environment, and they are not recorded as done. Record them under “Readiness” in the menu, or go on without: your name and the time are recorded.</source>
        <translation>Bakanlığın kılavuzları gerçek ortama geçmeden önce bu adımları ister; yapıldıklarına dair kayıt yok. Menüdeki “Hazırlık” bölümünden kaydedin ya da eksiklerle devam edin; o zaman adınız ve saat kaydedilir.</translation>
    </message>
    <message>
        <source>Missing steps</source>
        <translation>Eksik adımlar</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Adınız</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>&amp;Adınız</translation>
    </message>
    <message>
        <source>Go on without them</source>
        <translation>Eksiklerle devam et</translation>
    </message>
</context>
<context>
    <name>hekim::LockPage</name>
    <message>
        <source>Unlock</source>
        <translation>Kilidi aç</translation>
    </message>
    <message>
        <source>Another doctor</source>
        <translation>Başka hekim</translation>
    </message>
    <message>
        <source>The screen is locked</source>
        <translation>Ekran kilitli</translation>
    </message>
    <message>
        <source>Open forms stay as they are.</source>
        <translation>Açık formlar olduğu gibi duruyor.</translation>
    </message>
    <message>
        <source>Ends this doctor&apos;s session, then asks for your number</source>
        <translation>Bu hekimin oturumunu kapatır, sonra sizin numaranızı sorar</translation>
    </message>
    <message>
        <source>Doctor %1 is logged in.</source>
        <translation>Oturum %1 numaralı hekimin.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) of the HBYS wait and open when you unlock.</source>
        <translation>
            <numerusform>HBYS’den gelen %n istek bekliyor; kilidi açınca açılacak.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>PIN’inizi yazın.</translation>
    </message>
</context>
<context>
    <name>hekim::LoginPage</name>
    <message>
        <source>Do not open</source>
        <translation>Açma</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>institution · environment</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Giriş yap</translation>
    </message>
    <message>
        <source>Starting the training ministry…</source>
        <translation>Eğitim bakanlığı başlatılıyor…</translation>
    </message>
    <message>
        <source>Type your own identity number, then press Enter.</source>
        <translation>Kendi kimlik numaranızı yazıp Enter tuşuna basın.</translation>
    </message>
    <message>
        <source>11 digits; a foreigner number works too.</source>
        <translation>11 rakam; yabancı kimlik numarası da olur.</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Bilgi işlem için: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>hekim::MessageBar</name>
    <message>
        <source>Notice</source>
        <translation>Bildirim</translation>
    </message>
    <message>
        <source>Close notice</source>
        <translation>Bildirimi kapat</translation>
    </message>
</context>
<context>
    <name>hekim::NewPatientDialog</name>
    <message>
        <source>Not chosen yet</source>
        <translation>Henüz seçilmedi</translation>
    </message>
    <message>
        <source>Type the patient&apos;s number, or open an empty form.</source>
        <translation>Hastanın kimlik numarasını yazın ya da boş form açın.</translation>
    </message>
</context>
<context>
    <name>hekim::PageDialogs</name>
    <message>
        <source>Leave this page? What was written in it may be lost.</source>
        <translation>Bu sayfadan ayrılınsın mı? Sayfaya yazılanlar kaybolabilir.</translation>
    </message>
    <message>
        <source>Leave the page</source>
        <translation>Sayfadan ayrıl</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Sayfada kal</translation>
    </message>
    <message>
        <source>Choose a file for the page</source>
        <translation>Sayfa için dosya seçin</translation>
    </message>
</context>
<context>
    <name>hekim::PageFiles</name>
    <message>
        <source>Print…</source>
        <translation>Yazdır…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF olarak kaydet…</translation>
    </message>
    <message>
        <source>No program for Java Web Start files (.jnlp) is installed on this computer. Ask your IT to install it.</source>
        <translation>Bu bilgisayarda Java Web Start (.jnlp) dosyaları için program kurulu değil. Bilgi işlem biriminizden kurulmasını isteyin.</translation>
    </message>
    <message>
        <source>this computer&apos;s program for .jnlp files</source>
        <translation>bu bilgisayarın .jnlp programı</translation>
    </message>
    <message>
        <source>“%1” starts the program “%2”. Start it now?</source>
        <translation>“%1” dosyası “%2” programını başlatır. Şimdi başlatılsın mı?</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Başlat</translation>
    </message>
</context>
<context>
    <name>hekim::PagePane</name>
    <message>
        <source>For IT: %1</source>
        <translation>Bilgi işlem için: %1</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Yeniden aç</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>The window was locked before the page could open in your browser, so it did not. Choose it again if you still want it.</source>
        <translation>Sayfa tarayıcınızda açılamadan ekran kilitlendi, bu yüzden orada açılmadı. Hâlâ istiyorsanız yeniden seçin.</translation>
    </message>
</context>
<context>
    <name>hekim::PageQuestions</name>
    <message>
        <source>Start</source>
        <translation>Başlat</translation>
    </message>
    <message>
        <source>Always for this program</source>
        <translation>Bu program için hep başlat</translation>
    </message>
    <message>
        <source>The page wants to start this computer&apos;s program for “%1:”.</source>
        <translation>Sayfa bu bilgisayarda “%1:” için kurulu olan programı başlatmak istiyor.</translation>
    </message>
    <message>
        <source>The page wants to start the program “%1” (%2:).</source>
        <translation>Sayfa “%1” programını başlatmak istiyor (%2:).</translation>
    </message>
    <message>
        <source>%1 does not belong to the Ministry&apos;s services and opens in your own browser.</source>
        <translation>%1 Bakanlık servislerine ait değil; kendi tarayıcınızda açılır.</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Tarayıcıda aç</translation>
    </message>
    <message>
        <source>The page wanted to open another window by itself. That was blocked; click the page&apos;s button again.</source>
        <translation>Sayfa kendiliğinden başka bir pencere açmak istedi. Engellendi; sayfadaki düğmeye yeniden basın.</translation>
    </message>
    <message>
        <source>The page wanted to open another window by itself (%1). That was blocked.</source>
        <translation>Sayfa kendiliğinden başka bir pencere açmak istedi (%1). Engellendi.</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Pencereyi aç</translation>
    </message>
</context>
<context>
    <name>hekim::PageRecovery</name>
    <message>
        <source>What you typed was not sent, or nobody knows whether it was. Go back to the form: it is filled in again as far as the page allows; send it again or copy it.</source>
        <translation>Yazdıklarınız gönderilmedi ya da gönderildiği bilinmiyor. Forma dönün: sayfanın izin verdiği kadarı yeniden doldurulur; yeniden gönderin ya da kopyalayın.</translation>
    </message>
    <message>
        <source>What was typed into the page is lost.</source>
        <translation>Sayfaya yazılanlar kayboldu.</translation>
    </message>
    <message>
        <source>What was written in this form since it was loaded will be lost.</source>
        <translation>Form açıldığından beri yazılanlar kaybolacak.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Yeniden aç</translation>
    </message>
    <message>
        <source>%1 The page stays as it is: try the step again.
For IT: %2</source>
        <translation>%1 Sayfa olduğu gibi duruyor: adımı yeniden deneyin.
Bilgi işlem için: %2</translation>
    </message>
    <message>
        <source>Back to the form</source>
        <translation>Forma dön</translation>
    </message>
    <message>
        <source>Your session at the Ministry has ended: its page asks for a login of its own, which is not needed. %1</source>
        <translation>Bakanlıktaki oturumunuz sona erdi: sayfa kendi girişini istiyor, buna gerek yok. %1</translation>
    </message>
    <message>
        <source>“Open again” opens the page with a new session.</source>
        <translation>“Yeniden aç” sayfayı yeni bir oturumla açar.</translation>
    </message>
    <message>
        <source>The Ministry&apos;s page does not answer. Wait a moment, or open it again.</source>
        <translation>Bakanlığın sayfası yanıt vermiyor. Biraz bekleyin ya da yeniden açın.</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Bekle</translation>
    </message>
    <message>
        <source>This window does not answer. Wait a moment, or close it.</source>
        <translation>Bu pencere yanıt vermiyor. Biraz bekleyin ya da pencereyi kapatın.</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Pencereyi kapat</translation>
    </message>
    <message>
        <source>The form cannot be brought back as it was: the server does not give it out again. What you typed is lost when the page is opened anew.</source>
        <translation>Form eski haliyle geri getirilemiyor: sunucu onu yeniden vermiyor. Sayfa yeniden açılınca yazdıklarınız kaybolur.</translation>
    </message>
</context>
<context>
    <name>hekim::PageTools</name>
    <message>
        <source>Page tools</source>
        <translation>Sayfa araçları</translation>
    </message>
    <message>
        <source>More page tools</source>
        <translation>Diğer sayfa araçları</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Geri git</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>İleri</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>İleri git</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Yenile</translation>
    </message>
    <message>
        <source>Load again</source>
        <translation>Yeniden yükle</translation>
    </message>
    <message>
        <source>Find in the page…</source>
        <translation>Sayfada bul…</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Büyüt</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Küçült</translation>
    </message>
    <message>
        <source>Open in the system browser…</source>
        <translation>Sistem tarayıcısında aç…</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%%1</translation>
    </message>
    <message>
        <source>Actual size (now %1)</source>
        <translation>Gerçek boyut (şimdi %1)</translation>
    </message>
    <message>
        <source>Page size %1, back to actual size</source>
        <translation>Sayfa boyutu %1, gerçek boyuta dön</translation>
    </message>
    <message>
        <source>What was written in this form since it was loaded will be lost.</source>
        <translation>Bu forma yüklendiğinden beri yazılanlar kaybolacak.</translation>
    </message>
    <message>
        <source>This page answers a form that was sent. What it shows may not come again.</source>
        <translation>Bu sayfa, gönderilen bir formun yanıtıdır. Gösterilenler bir daha gelmeyebilir.</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Tarayıcıda aç</translation>
    </message>
</context>
<context>
    <name>hekim::PageView</name>
    <message>
        <source>Undo</source>
        <translation>Geri al</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Yinele</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Kes</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Yapıştır</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tümünü seç</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Bağlantı adresini kopyala</translation>
    </message>
</context>
<context>
    <name>hekim::PastReportsTableView</name>
    <message>
        <source>Copy</source>
        <translation>Kopyala</translation>
    </message>
    <message>
        <source>Copy the whole row</source>
        <translation>Bütün satırı kopyala</translation>
    </message>
</context>
<context>
    <name>hekim::PastReportsView</name>
    <message>
        <source>Copy what is selected (%1)</source>
        <translation>Seçileni kopyala (%1)</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>No report was written for this patient before. A new one is written in the view “Report”.</source>
        <translation>Bu hasta için daha önce yazılmış bir rapor yok. Yenisi “Rapor” görünümünde yazılır.</translation>
    </message>
    <message>
        <source>For IT: %1</source>
        <translation>Bilgi işlem için: %1</translation>
    </message>
    <message>
        <source>The past reports were not asked for to the end. Try again when you need them.</source>
        <translation>Geçmiş raporların istenmesinden vazgeçildi. Gerektiğinde yeniden deneyin.</translation>
    </message>
    <message numerus="yes">
        <source>%1 / %n report(s)</source>
        <translation>
            <numerusform>%1 / %n rapor</numerusform>
        </translation>
    </message>
    <message>
        <source>No report has “%1” in it. Change the search or clear it (Esc).</source>
        <translation>Hiçbir raporda “%1” geçmiyor. Aramayı değiştirin ya da silin (Esc).</translation>
    </message>
    <message>
        <source>Past reports of patient %1, as of %2 (%3)</source>
        <translation>%1 numaralı hastanın geçmiş raporları, %2 (%3)</translation>
    </message>
    <message>
        <source>The list is being printed…</source>
        <translation>Liste yazdırılıyor…</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Yazıcıya gönderildi.</translation>
    </message>
    <message>
        <source>The list could not be printed. Check the printer.</source>
        <translation>Liste yazdırılamadı. Yazıcıyı denetleyin.</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>Listeyi kaydet</translation>
    </message>
    <message>
        <source>past-reports</source>
        <comment>file name</comment>
        <translation>gecmis-raporlar</translation>
    </message>
    <message>
        <source>“%1” was saved.</source>
        <translation>“%1” kaydedildi.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another folder.</source>
        <translation>“%1” yazılamadı. Başka bir klasör seçin.</translation>
    </message>
</context>
<context>
    <name>hekim::PatientBanner</name>
    <message>
        <source>Empty form: the patient&apos;s number is typed in the form itself</source>
        <translation>Boş form: hastanın kimlik numarası formun içinde yazılır</translation>
    </message>
    <message>
        <source>The check digits of this number do not match</source>
        <translation>Bu numaranın son iki rakamı tutmuyor</translation>
    </message>
    <message>
        <source>Foreigner number</source>
        <translation>Yabancı kimlik numarası</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Veriliş nedeni: %1</translation>
    </message>
    <message>
        <source>The number was copied.</source>
        <translation>Numara kopyalandı.</translation>
    </message>
</context>
<context>
    <name>hekim::PatientTab</name>
    <message>
        <source>Empty form</source>
        <translation>Boş form</translation>
    </message>
    <message>
        <source>The HBYS now asks for the reason “%1”. The form stays as it is.</source>
        <translation>HBYS şimdi “%1” nedenini istiyor. Form olduğu gibi duruyor.</translation>
    </message>
    <message>
        <source>Open again with this reason</source>
        <translation>Bu nedenle yeniden aç</translation>
    </message>
    <message>
        <source>What was written in this form since it was loaded will be lost.</source>
        <translation>Form açıldığından beri yazılanlar kaybolacak.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Yeniden aç</translation>
    </message>
    <message>
        <source>Swap report and images</source>
        <translation>Raporla görüntülerin yerini değiştir</translation>
    </message>
    <message>
        <source>Images in a window of their own</source>
        <translation>Görüntüleri ayrı pencereye al</translation>
    </message>
    <message>
        <source>Images back into the tab</source>
        <translation>Görüntüleri sekmeye geri al</translation>
    </message>
</context>
<context>
    <name>hekim::PdfPageSwitch</name>
    <message>
        <source>Previous page</source>
        <translation>Önceki sayfa</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Sonraki sayfa</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Sayfa %1 / %2</translation>
    </message>
</context>
<context>
    <name>hekim::PdfViewer</name>
    <message>
        <source>Document</source>
        <translation>Belge</translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation>Belgenin sayfaları</translation>
    </message>
    <message>
        <source>Back to the page</source>
        <translation>Sayfaya dön</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Küçült</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Büyüt</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Genişliğe sığdır</translation>
    </message>
    <message>
        <source>Print document…</source>
        <translation>Belgeyi yazdır…</translation>
    </message>
    <message>
        <source>Save document…</source>
        <translation>Belgeyi kaydet…</translation>
    </message>
    <message>
        <source>The document is being fetched…</source>
        <translation>Belge alınıyor…</translation>
    </message>
    <message>
        <source>The document is protected by a password. Save it and open it in another program.</source>
        <translation>Belge parola korumalı. Kaydedip başka bir programda açın.</translation>
    </message>
    <message>
        <source>The document could not be read. Save it and ask your IT.</source>
        <translation>Belge okunamadı. Kaydedip bilgi işlem biriminize danışın.</translation>
    </message>
</context>
<context>
    <name>hekim::PinDialog</name>
    <message>
        <source>Choose a PIN</source>
        <translation>PIN belirleyin</translation>
    </message>
    <message>
        <source>From now on you log in on this computer with your number and a PIN, and unlock the screen with it. At least six digits.</source>
        <translation>Bundan sonra bu bilgisayara kimlik numaranız ve PIN ile girecek, ekran kilidini de PIN ile açacaksınız. En az altı rakam.</translation>
    </message>
    <message>
        <source>With a PIN nobody else can log in with your number on this computer or unlock your screen. At least six digits.</source>
        <translation>PIN belirlerseniz bu bilgisayarda sizin numaranızla başkası giremez, ekran kilidinizi açamaz. En az altı rakam.</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Yeni PIN</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>Yeni PIN (tekrar)</translation>
    </message>
    <message>
        <source>Keep the PIN</source>
        <translation>PIN’i kaydet</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Çıkış yap</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Şimdi değil</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Tekrar</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>İki PIN aynı değil.</translation>
    </message>
</context>
<context>
    <name>hekim::PrintController</name>
    <message>
        <source>The page is being printed…</source>
        <translation>Sayfa yazdırılıyor…</translation>
    </message>
    <message>
        <source>report.pdf</source>
        <translation>rapor.pdf</translation>
    </message>
    <message>
        <source>The document on the page could not be fetched for printing. Use the page&apos;s own save button, then print the saved file.</source>
        <translation>Sayfadaki belge yazdırmak için alınamadı. Sayfanın kendi kaydetme düğmesini kullanıp kaydedilen dosyayı yazdırın.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Yazıcıya gönderildi.</translation>
    </message>
    <message>
        <source>The page could not be printed. Check the printer.</source>
        <translation>Sayfa yazdırılamadı. Yazıcıyı denetleyin.</translation>
    </message>
    <message>
        <source>“%1” was saved.</source>
        <translation>“%1” kaydedildi.</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another folder.</source>
        <translation>“%1” yazılamadı. Başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>The page has changed meanwhile, so nothing was printed or saved. If you want what is shown now, print or save it again.</source>
        <translation>Sayfa bu arada değişti; hiçbir şey yazdırılmadı, kaydedilmedi. Şimdi görüneni istiyorsanız yeniden yazdırın veya kaydedin.</translation>
    </message>
</context>
<context>
    <name>hekim::PrintDialog</name>
    <message>
        <source>Try again</source>
        <translation>Yeniden dene</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Siyah beyaz</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Yazdır</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF olarak kaydet</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>sonuncu</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dikey</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Yatay</translation>
    </message>
    <message>
        <source>As the printer is set up</source>
        <translation>Yazıcıda ayarlı olduğu gibi</translation>
    </message>
    <message>
        <source>One side</source>
        <translation>Tek yüz</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Çift yüz</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Yazıcı</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopya</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>İlk sayfa</translation>
    </message>
    <message>
        <source>To page</source>
        <translation>Son sayfa</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Kâğıt</translation>
    </message>
    <message>
        <source>Printed on</source>
        <translation>Baskı</translation>
    </message>
    <message>
        <source>Looking for printers… A PDF can be saved at once.</source>
        <translation>Yazıcılar aranıyor… PDF hemen kaydedilebilir.</translation>
    </message>
    <message>
        <source>The printers do not answer. Save as PDF, or try again; if it stays so, tell your IT.</source>
        <translation>Yazıcılar yanıt vermiyor. PDF olarak kaydedin ya da yeniden deneyin; böyle kalırsa bilgi işlem biriminize bildirin.</translation>
    </message>
    <message>
        <source>No printer is set up on this computer. Save as PDF, or ask your IT for a printer.</source>
        <translation>Bu bilgisayarda kurulu yazıcı yok. PDF olarak kaydedin ya da bilgi işlem biriminizden yazıcı isteyin.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Kaydet…</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF belgesi (*.pdf)</translation>
    </message>
</context>
<context>
    <name>hekim::ProvisionCommand</name>
    <message>
        <source>The data are stored, but the audit trail could not be written (%1).</source>
        <translation>Veriler kaydedildi, ancak bu denetim izine yazılamadı (%1).</translation>
    </message>
</context>
<context>
    <name>hekim::ProxyLoginController</name>
    <message>
        <source>Login of the network</source>
        <translation>Ağ girişi</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain did not keep the login. It counts until the window closes.</source>
        <translation>Bu bilgisayarın anahtarlığı girişi saklamadı. Pencere kapanana kadar geçerli.</translation>
    </message>
</context>
<context>
    <name>hekim::ReadinessChoices</name>
    <message>
        <source>HES access</source>
        <translation>HES erişimi</translation>
    </message>
    <message>
        <source>Remote health service</source>
        <translation>Uzaktan sağlık hizmeti</translation>
    </message>
    <message>
        <source>&amp;HES access</source>
        <translation>&amp;HES erişimi</translation>
    </message>
    <message>
        <source>Re&amp;mote health service</source>
        <translation>&amp;Uzaktan sağlık hizmeti</translation>
    </message>
</context>
<context>
    <name>hekim::ReadinessController</name>
    <message>
        <source>Remote health service: the record of your checks cannot be looked up</source>
        <translation>Uzaktan sağlık hizmeti: kontrol kayıtlarınıza bakılamıyor</translation>
    </message>
    <message numerus="yes">
        <source>Remote health service: %n check(s) missing or run out</source>
        <translation>
            <numerusform>Uzaktan sağlık hizmeti: %n kontrol eksik ya da süresi dolmuş</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hekim::ReadinessDialog</name>
    <message>
        <source>Readiness</source>
        <translation>Hazırlık</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>institution · environment</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>&amp;PDF olarak kaydet…</translation>
    </message>
    <message>
        <source>Put aside and begin anew</source>
        <translation>Kenara koy, yeniden başla</translation>
    </message>
    <message>
        <source>The former record was kept as %1.</source>
        <translation>Önceki kayıt şu adla saklandı: %1</translation>
    </message>
    <message>
        <source>Choose above which way to HES this institution has and whether it gives remote health service. The steps of the Ministry&apos;s guides appear then.</source>
        <translation>Yukarıdan kurumun HES&apos;e hangi yoldan eriştiğini ve uzaktan sağlık hizmeti verip vermediğini seçin. Bakanlık kılavuzlarının adımları o zaman görünür.</translation>
    </message>
    <message>
        <source>Choose a step to see what the guide says and to record what was done.</source>
        <translation>Kılavuzun ne dediğini görmek ve yapılanı kaydetmek için bir adım seçin.</translation>
    </message>
    <message>
        <source>What was typed for this step is not saved.</source>
        <translation>Bu adıma yazdıklarınız kaydedilmedi.</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Kaydetmeden geç</translation>
    </message>
    <message>
        <source>The step was saved.</source>
        <translation>Adım kaydedildi.</translation>
    </message>
    <message>
        <source>The ÇKYS Doktor Bilgi Bankası has answered.</source>
        <translation>ÇKYS Doktor Bilgi Bankası yanıt verdi.</translation>
    </message>
    <message>
        <source>What is recorded of %1 will be removed.</source>
        <translation>%1 için kaydedilenler silinecek.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Kaydedildi: %1</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>%1 yazılamadı. Başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>Add a pr&amp;ofessional…</source>
        <translation>Hekim &amp;ekle…</translation>
    </message>
    <message>
        <source>Remove the pro&amp;fessional…</source>
        <translation>Hekimi &amp;çıkar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Save the readiness record</source>
        <translation>Hazırlık kaydını sakla</translation>
    </message>
    <message>
        <source>readiness-%1</source>
        <comment>file name</comment>
        <translation>hazirlik-%1</translation>
    </message>
</context>
<context>
    <name>hekim::ReadinessDoctorDialog</name>
    <message>
        <source>Add a health professional</source>
        <translation>Hekim ekle</translation>
    </message>
    <message>
        <source>Professional&apos;s identity number</source>
        <translation>Hekimin kimlik numarası</translation>
    </message>
    <message>
        <source>Professional&apos;s name</source>
        <translation>Hekimin adı</translation>
    </message>
    <message>
        <source>The number serves to recognise the person and is stored nowhere; the record holds the name as you type it.</source>
        <translation>Numara yalnızca kişiyi tanımak içindir, hiçbir yere yazılmaz; kayıtta sizin yazdığınız ad durur.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>&amp;Identity number</source>
        <translation>&amp;Kimlik numarası</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ad</translation>
    </message>
</context>
<context>
    <name>hekim::ReadinessForm</name>
    <message>
        <source>&amp;Verify now</source>
        <translation>Şimdi doğ&amp;rula</translation>
    </message>
    <message>
        <source>&amp;Save the step</source>
        <translation>Adımı &amp;kaydet</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Yapılmadı</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Yapıldı</translation>
    </message>
    <message>
        <source>Not needed at this institution</source>
        <translation>Bu kurumda gerekmiyor</translation>
    </message>
    <message>
        <source>S&amp;tate</source>
        <translation>Duru&amp;m</translation>
    </message>
    <message>
        <source>State of the step</source>
        <translation>Adımın durumu</translation>
    </message>
    <message>
        <source>&amp;Document number</source>
        <translation>&amp;Belge numarası</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Belge numarası</translation>
    </message>
    <message>
        <source>D&amp;ate of the document</source>
        <translation>Belge &amp;tarihi</translation>
    </message>
    <message>
        <source>Date of the document</source>
        <translation>Belge tarihi</translation>
    </message>
    <message>
        <source>Stated &amp;by</source>
        <translation>Bil&amp;diren</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Bildiren</translation>
    </message>
    <message>
        <source>&amp;Renew by</source>
        <translation>&amp;Yenileme tarihi</translation>
    </message>
    <message>
        <source>Renew by</source>
        <translation>Yenileme tarihi</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Not</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Not</translation>
    </message>
    <message>
        <source>%1 · by: %2</source>
        <comment>guide and section · who does it</comment>
        <translation>%1 · yapan: %2</translation>
    </message>
    <message>
        <source>The program verifies this itself with the first query that is answered in the HES tab.</source>
        <translation>HES sekmesinde yanıtlanan ilk sorguyla program kendisi doğrular.</translation>
    </message>
    <message>
        <source>The program verifies this itself with a login to e-Rapor.</source>
        <translation>e-Rapor girişiyle program kendisi doğrular.</translation>
    </message>
    <message>
        <source>Choose the state first: done, or not needed.</source>
        <translation>Önce durumu seçin: yapıldı ya da gerekmiyor.</translation>
    </message>
    <message>
        <source>Type the day like 21.11.2026, or leave it out.</source>
        <translation>Tarihi 21.11.2026 gibi yazın ya da boş bırakın.</translation>
    </message>
    <message>
        <source>Type who states this.</source>
        <translation>Bunu kimin bildirdiğini yazın.</translation>
    </message>
</context>
<context>
    <name>hekim::ReadinessTree</name>
    <message>
        <source>Steps</source>
        <translation>Adımlar</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Adım</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>HES access</source>
        <translation>HES erişimi</translation>
    </message>
    <message>
        <source>Remote health service</source>
        <translation>Uzaktan sağlık hizmeti</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no professional yet</source>
        <translation>henüz hekim yok</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>list – progress</comment>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>hekim::SecretDialog</name>
    <message>
        <source>Institution&apos;s password</source>
        <translation>Kurum parolası</translation>
    </message>
    <message>
        <source>USS password of the institution</source>
        <translation>Kurumun USS parolası</translation>
    </message>
    <message>
        <source>This computer&apos;s keychain does not give the institution&apos;s e-Rapor (USS) password. Type it to work now; it is kept in memory until the window closes and is written nowhere.</source>
        <translation>Kurumun e-Rapor (USS) parolası bu bilgisayarın anahtarlığından alınamadı. Şimdi çalışmak için yazın; pencere kapanana kadar bellekte tutulur, hiçbir yere yazılmaz.</translation>
    </message>
    <message>
        <source>Use for this session</source>
        <translation>Bu oturumda kullan</translation>
    </message>
</context>
<context>
    <name>hekim::ServiceStatus</name>
    <message>
        <source>e-Rapor: %1</source>
        <translation>e-Rapor: %1</translation>
    </message>
    <message>
        <source>e-Rapor: nobody is logged in</source>
        <translation>e-Rapor: oturum açık değil</translation>
    </message>
    <message>
        <source>e-Rapor: logging in…</source>
        <translation>e-Rapor: giriş yapılıyor…</translation>
    </message>
    <message>
        <source>e-Rapor: session open</source>
        <translation>e-Rapor: oturum açık</translation>
    </message>
    <message>
        <source>e-Rapor: session open until %1</source>
        <translation>e-Rapor: oturum açık, bitiş %1</translation>
    </message>
    <message>
        <source>  ·  No keychain on this computer: passwords are kept for this session only</source>
        <translation>  ·  Bu bilgisayarda anahtarlık (parola deposu) yok: parolalar yalnızca bu oturum için tutulur</translation>
    </message>
</context>
<context>
    <name>hekim::SettingsDialog</name>
    <message>
        <source>No setting is found by these words.</source>
        <translation>Bu sözcüklerle bir ayar bulunamadı.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Ayarlarda ara</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Ayar sayfaları</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Saving opens the window anew; the doctor logs in again.</source>
        <translation>Kaydedince pencere yeniden açılır; hekim yeniden giriş yapar.</translation>
    </message>
    <message>
        <source>This counts from the next start of the window.</source>
        <translation>Pencere bir daha açıldığında geçerli olur.</translation>
    </message>
    <message>
        <source>Set up the institution…</source>
        <translation>Kurumu tanımla…</translation>
    </message>
    <message>
        <source>Step by step, with the passwords</source>
        <translation>Adım adım, parolalarla birlikte</translation>
    </message>
</context>
<context>
    <name>hekim::SetupAssistant</name>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Set up the institution</source>
        <translation>Kurumu tanımla</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Stores nothing. What you typed stays here until the window closes.</source>
        <translation>Hiçbir şey kaydedilmez. Yazdıklarınız pencere kapanana kadar burada kalır.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam</translation>
    </message>
    <message>
        <source>Choose “Live” for real reports. With “Test” the Ministry&apos;s test services are tried first.</source>
        <translation>Gerçek raporlar için “Gerçek” seçin. “Test” ile önce Bakanlığın test servisleri denenir.</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>Kurum</translation>
    </message>
    <message>
        <source>As the Ministry knows the institution.</source>
        <translation>Kurumun Bakanlıktaki bilgileri.</translation>
    </message>
    <message>
        <source>Application codes</source>
        <translation>Uygulama kodları</translation>
    </message>
    <message>
        <source>They stand in the Ministry&apos;s message to the institution.</source>
        <translation>Bakanlığın kuruma gönderdiği yazıda bulunur.</translation>
    </message>
    <message>
        <source>HES</source>
        <translation>HES</translation>
    </message>
    <message>
        <source>Where visitors are checked. Leave it empty when no visitors are checked.</source>
        <translation>Ziyaretçilerin sorgulandığı yer. Ziyaretçi sorgulanmıyorsa boş bırakın.</translation>
    </message>
    <message>
        <source>E-signature</source>
        <translation>E-imza</translation>
    </message>
    <message>
        <source>Only programs that are named here may be started by the Ministry&apos;s pages. Leave it empty when you do not know them yet.</source>
        <translation>Bakanlığın sayfaları yalnızca burada adı geçen programları başlatabilir. Henüz bilmiyorsanız boş bırakın.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Adım %1 / %2: %3</translation>
    </message>
    <message>
        <source>Save and start</source>
        <translation>Kaydet ve başla</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>İleri</translation>
    </message>
</context>
<context>
    <name>hekim::SetupSecretsStep</name>
    <message>
        <source>Passwords</source>
        <translation>Parolalar</translation>
    </message>
    <message>
        <source>They are kept in this computer&apos;s keychain and nowhere else. What stays empty here stays as it is.</source>
        <translation>Yalnızca bu bilgisayarın anahtarlığında saklanır. Boş bıraktığınız olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>A doctor&apos;s number for the trial</source>
        <translation>Deneme için bir hekimin T.C. kimlik numarası</translation>
    </message>
    <message>
        <source>e-Rapor lets the institution in only together with one of its doctors. The number is not stored.</source>
        <translation>e-Rapor kuruma ancak bir hekimiyle birlikte giriş izni verir. Numara saklanmaz.</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Dene</translation>
    </message>
    <message>
        <source>Try: %1</source>
        <translation>Dene: %1</translation>
    </message>
    <message>
        <source>Type a doctor&apos;s number above, then it is tried.</source>
        <translation>Yukarıya bir hekimin numarasını yazın, o zaman denenir.</translation>
    </message>
    <message>
        <source>Being tried at the service…</source>
        <translation>Serviste deneniyor…</translation>
    </message>
    <message>
        <source>✓ The service accepted it.</source>
        <translation>✓ Servis kabul etti.</translation>
    </message>
    <message>
        <source>✗ The service refused it. Check the password, the institution code, the application code and the doctor&apos;s number.</source>
        <translation>✗ Servis reddetti. Parolayı, kurum kodunu, uygulama kodunu ve hekimin numarasını kontrol edin.</translation>
    </message>
    <message>
        <source>! It could not be tried: %1</source>
        <translation>! Denenemedi: %1</translation>
    </message>
</context>
<context>
    <name>hekim::SetupSummaryStep</name>
    <message>
        <source>Summary</source>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Nothing has been stored yet. With “Save and start” all of this is stored together, and the window opens anew.</source>
        <translation>Henüz hiçbir şey kaydedilmedi. “Kaydet ve başla” ile bunların hepsi birlikte kaydedilir ve pencere yeniden açılır.</translation>
    </message>
    <message>
        <source>not typed in; what is stored stays</source>
        <translation>yazılmadı; kayıtlı olan kalır</translation>
    </message>
    <message>
        <source>typed in, not tried</source>
        <translation>girildi, denenmedi</translation>
    </message>
    <message>
        <source>✓ typed in, the service accepted it</source>
        <translation>✓ girildi, servis kabul etti</translation>
    </message>
    <message>
        <source>✗ typed in, but the service refused it</source>
        <translation>✗ girildi ama servis reddetti</translation>
    </message>
</context>
<context>
    <name>hekim::SupportDialog</name>
    <message>
        <source>Save…</source>
        <translation>Kaydet…</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Destek dosyası</translation>
    </message>
    <message>
        <source>For whoever helps you: versions, settings, connection check and log. Identity numbers are masked, and no password or token is in it. Read it, save it, and send it yourself: nothing leaves this computer by itself.</source>
        <translation>Size yardım edecek kişi için: sürümler, ayarlar, bağlantı denetimi ve günlük. Kimlik numaraları maskelenir; parola ve jeton yer almaz. Okuyun, kaydedin ve kendiniz gönderin: hiçbir şey bu bilgisayardan kendiliğinden çıkmaz.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>İlerleme</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dosyalar</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>İçerik</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>The connection is being checked…</source>
        <translation>Bağlantı denetleniyor…</translation>
    </message>
    <message>
        <source>Ready to be read and saved.</source>
        <translation>Okunmaya ve kaydedilmeye hazır.</translation>
    </message>
    <message>
        <source>Save the support file</source>
        <translation>Destek dosyasını kaydet</translation>
    </message>
    <message>
        <source>ZIP archive (*.zip)</source>
        <translation>ZIP arşivi (*.zip)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Kaydedildi: %1</translation>
    </message>
    <message>
        <source>The file could not be saved there. Choose another folder.</source>
        <translation>Dosya oraya kaydedilemedi. Başka bir klasör seçin.</translation>
    </message>
</context>
<context>
    <name>hekim::TabLimiter</name>
    <message>
        <source>an empty form</source>
        <translation>boş form</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Şimdi aç</translation>
    </message>
    <message>
        <source>Not opened: %1. No more pages can be open on this computer at once. Close some tabs, then press “Open now”.</source>
        <translation>Açılmadı: %1. Bu bilgisayarda aynı anda daha fazla sayfa açık kalamıyor. Birkaç sekmeyi kapatıp “Şimdi aç” düğmesine basın.</translation>
    </message>
    <message>
        <source>Not opened, since it waited longer than 5 minutes: %1. Open it again in the HBYS.</source>
        <translation>5 dakikadan uzun beklediği için açılmadı: %1. HBYS’den yeniden açın.</translation>
    </message>
    <message>
        <source>Not opened, since too many waited already: %1. Open it again in the HBYS.</source>
        <translation>Bekleyenler çok olduğu için açılmadı: %1. HBYS’den yeniden açın.</translation>
    </message>
    <message>
        <source>For IT: the limit of open files (ulimit -n) is %1.</source>
        <translation>Bilgi işlem için: açık dosya sınırı (ulimit -n) %1.</translation>
    </message>
</context>
<context>
    <name>hekim::TabbedWorkspace</name>
    <message>
        <source>My reports</source>
        <translation>Raporlarım</translation>
    </message>
    <message>
        <source>The HBYS opened patient %1 in a new tab.</source>
        <translation>HBYS %1 numaralı hastayı yeni bir sekmede açtı.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Göster</translation>
    </message>
    <message>
        <source>What was written in the form of patient %1 since it was loaded will be lost.</source>
        <translation>%1 numaralı hastanın formunda yazılanlar kaybolacak.</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>Sekmeyi kapat</translation>
    </message>
    <message>
        <source>This form holds something that was typed in.</source>
        <translation>Bu formda yazılmış bilgi var.</translation>
    </message>
    <message>
        <source>Close the tab of %1</source>
        <translation>%1 sekmesini kapat</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are still being saved. They will be lost.</source>
        <translation>
            <numerusform>%n dosya hâlâ kaydediliyor. Tamamlanmadan silinecek.</numerusform>
        </translation>
    </message>
    <message>
        <source>The HBYS asks for “%1” of patient %2.</source>
        <translation>HBYS, %2 numaralı hasta için “%1” görünümünü istiyor.</translation>
    </message>
    <message>
        <source>The HBYS asks for patient %1, who is open in another tab.</source>
        <translation>HBYS, başka bir sekmede açık olan %1 numaralı hastayı istiyor.</translation>
    </message>
    <message>
        <source>HES</source>
        <translation>HES</translation>
    </message>
    <message>
        <source>The HBYS asked for a HES check, but HES checks are switched off here (hes/enabled). Ask your IT if you need them.</source>
        <translation>HBYS bir HES sorgusu istedi, ancak HES sorgulama burada kapalı (hes/enabled). Gerekiyorsa bilgi işleme başvurun.</translation>
    </message>
    <message>
        <source>The HBYS asked for a HES check.</source>
        <translation>HBYS bir HES sorgusu istedi.</translation>
    </message>
    <message>
        <source>This page asks for patient %1.</source>
        <translation>Bu sayfa %1 numaralı hastayı istiyor.</translation>
    </message>
    <message>
        <source>This page asks for your own reports.</source>
        <translation>Bu sayfa kendi raporlarınızı istiyor.</translation>
    </message>
</context>
<context>
    <name>hekim::ViewSwitcher</name>
    <message>
        <source>Report</source>
        <translation>Rapor</translation>
    </message>
    <message>
        <source>Past reports</source>
        <translation>Geçmiş raporlar</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Görüntüler</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Yan yana</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Görünümler</translation>
    </message>
</context>
<context>
    <name>hekim::WindowController</name>
    <message>
        <source>This computer&apos;s own lock did not start. Whoever comes here can go on with “Unlock”; before you leave, end the session with “Another doctor”.</source>
        <translation>Bilgisayarın kendi ekran kilidi devreye girmedi. Buraya gelen herkes “Kilidi aç” ile devam edebilir; yerinizden ayrılmadan “Başka hekim” ile oturumu kapatın.</translation>
    </message>
    <message numerus="yes">
        <source>%n launches were meant for another doctor and were not opened.</source>
        <translation>
            <numerusform>%n çağrı başka bir hekim içindi ve açılmadı.</numerusform>
        </translation>
    </message>
    <message>
        <source>patient %1</source>
        <translation>%1 numaralı hastayı</translation>
    </message>
    <message>
        <source>a page</source>
        <translation>bir sayfayı</translation>
    </message>
    <message>
        <source>A link proposes to open %1.</source>
        <translation>Bir bağlantı %1 açmayı öneriyor.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
    <message>
        <source>The HBYS asks for doctor %1, but doctor %2 is logged in. Nothing was opened.</source>
        <translation>HBYS %1 numaralı hekim için çağırıyor; oysa %2 numaralı hekimin oturumu açık. Hiçbir şey açılmadı.</translation>
    </message>
    <message>
        <source>Change doctor</source>
        <translation>Hekim değiştir</translation>
    </message>
    <message>
        <source>Type your PIN.</source>
        <translation>PIN’inizi yazın.</translation>
    </message>
</context>
<context>
    <name>hekim::WorkspaceButtons</name>
    <message>
        <source>New patient</source>
        <translation>Yeni hasta</translation>
    </message>
    <message>
        <source>Open a patient&apos;s form (%1)</source>
        <translation>Bir hastanın formunu aç (%1)</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>Hekim</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Kilitle</translation>
    </message>
    <message>
        <source>Hide everything until you are back (%1)</source>
        <translation>Siz dönene kadar her şeyi gizler (%1)</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Çıkış</translation>
    </message>
    <message>
        <source>Connection check</source>
        <translation>Bağlantı denetimi</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Hazırlık</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ayarlar</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Destek dosyası</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Yardım</translation>
    </message>
    <message>
        <source>About Hekim Asistanı</source>
        <translation>Hekim Asistanı hakkında</translation>
    </message>
</context>
<context>
    <name>hekim::training::Arguments</name>
    <message>
        <source>Unexpected argument &apos;%1&apos;; see --help.</source>
        <translation>Beklenmeyen argüman: &apos;%1&apos;; --help ile bakın.</translation>
    </message>
    <message>
        <source>--%1 is given twice.</source>
        <translation>--%1 iki kez verilmiş.</translation>
    </message>
    <message>
        <source>--port must be a number from 0 to 65535.</source>
        <translation>--port 0 ile 65535 arasında bir sayı olmalıdır.</translation>
    </message>
    <message>
        <source>--token-lifetime must be a number of seconds from 1 to 86400.</source>
        <translation>--token-lifetime saniye olarak 1 ile 86400 arasında bir sayı olmalıdır.</translation>
    </message>
    <message>
        <source>--misbehave: %1.</source>
        <translation>--misbehave: %1.</translation>
    </message>
    <message>
        <source>Usage: hekim-asistani-training [options]

A training ministry on this machine alone (127.0.0.1): e-Rapor and teleradiology of the Ministry&apos;s services,
with invented people, strict about every request. It keeps nothing when it ends.

  --port &lt;n&gt;             port to listen on; 0 for any free one (default: %1)
  --token-lifetime &lt;s&gt;   seconds until a token expires (default: %2)
  --misbehave &lt;what[:where[:times]]&gt;
                         misbehave from the start, see below
  --stop-with-stdin      end when standard input is closed, and print the first line only
  --help, --version

The first line on standard output is a JSON object with the addresses: {&quot;erapor&quot;:&quot;http://127.0.0.1:…&quot;, …}.

Misbehaving on demand, while it runs:
  curl &apos;http://127.0.0.1:%1/training/misbehave?what=slow&amp;where=token&amp;times=1&apos;
  what   none      answer properly again
         slow      answer after 3 seconds
         500, 401, 429   answer with that status
         cut       close the connection in the middle of the answer
         html      answer with a web page where data is expected, and with a strange one for a page
         empty     answer 200 with nothing in it
         stuck     do not answer
         drip      answer one byte a second
         redirect  send the caller to the same address on another host name (localhost)
         dates     write each date in the data as one that cannot be: 31.12.2026 25:61
  where  token, pages, api, ogn, teletip, viewer or all (default: all)
  times  for so many requests (default: until told otherwise)

Exit codes: 0 ended as asked, 2 malformed arguments, 5 the port cannot be used.
</source>
        <translation>Kullanım: hekim-asistani-training [seçenekler]

Yalnız bu bilgisayarda (127.0.0.1) çalışan bir eğitim bakanlığı: Bakanlık servislerinin e-Rapor ve teleradyoloji bölümü,
hayali kişilerle, her istekte titiz. Kapanınca hiçbir şey saklamaz.

  --port &lt;n&gt;             dinlenecek bağlantı noktası; boş olan herhangi biri için 0 (varsayılan: %1)
  --token-lifetime &lt;s&gt;   jetonun geçerli kalacağı saniye (varsayılan: %2)
  --misbehave &lt;what[:where[:times]]&gt;
                         baştan kötü davran, aşağıya bakın
  --stop-with-stdin      standart girdi kapanınca sona er ve yalnız ilk satırı yaz
  --help, --version

Standart çıktının ilk satırı adresleri içeren bir JSON nesnesidir: {&quot;erapor&quot;:&quot;http://127.0.0.1:…&quot;, …}.

Çalışırken isteğe bağlı kötü davranışlar:
  curl &apos;http://127.0.0.1:%1/training/misbehave?what=slow&amp;where=token&amp;times=1&apos;
  what   none      yeniden düzgün yanıt ver
         slow      3 saniye sonra yanıt ver
         500, 401, 429   bu durum koduyla yanıt ver
         cut       yanıtın ortasında bağlantıyı kes
         html      veri beklenen yerde web sayfası, sayfa yerine de yabancı bir sayfa gönder
         empty     200 ile boş yanıt ver
         stuck     yanıt verme
         drip      saniyede bir bayt gönder
         redirect  çağıranı aynı adresin başka bir sunucu adına (localhost) yönlendir
         dates     verideki her tarihi olamayacak bir tarih olarak yaz: 31.12.2026 25:61
  where  token, pages, api, ogn, teletip, viewer ya da all (varsayılan: all)
  times  kaç istek için (varsayılan: başka bir şey denene kadar)

Çıkış kodları: 0 istendiği gibi kapandı, 2 hatalı argüman, 5 bağlantı noktası kullanılamıyor.
</translation>
    </message>
</context>
<context>
    <name>hekim::training::Main</name>
    <message>
        <source>Port %1 cannot be used, another program may hold it; choose another with --port, or --port 0 for any free one.</source>
        <translation>%1 numaralı bağlantı noktası kullanılamıyor, başka bir program tutuyor olabilir; --port ile başkasını ya da boş olan herhangi biri için --port 0 seçin.</translation>
    </message>
</context>
</TS>
