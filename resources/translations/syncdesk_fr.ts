<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>A&amp;perçu</translation>
    </message>
    <message>
        <source>&amp;Run Sync</source>
        <translation>&amp;Lancer la synchro</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>&amp;Undo a Run…</source>
        <translation>Ann&amp;uler une exécution…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>&amp;Keep Running in the Tray</source>
        <translation>&amp;Continuer dans la zone de notification</translation>
    </message>
    <message>
        <source>Start with This Computer</source>
        <translation>Démarrer avec cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>&amp;Copier les lignes</translation>
    </message>
    <message>
        <source>&amp;Find Invoices</source>
        <translation>Cherc&amp;her des factures</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Act&amp;ualiser</translation>
    </message>
    <message>
        <source>&amp;How a Run Works</source>
        <translation>&amp;Comment se passe une exécution</translation>
    </message>
    <message>
        <source>&amp;Check Set-up…</source>
        <translation>&amp;Vérifier la configuration…</translation>
    </message>
    <message>
        <source>&amp;Support File…</source>
        <translation>Fichier d'a&amp;ssistance…</translation>
    </message>
    <message>
        <source>Contact and &amp;Feedback…</source>
        <translation>Contact et &amp;remarques…</translation>
    </message>
    <message>
        <source>Open Log Folder</source>
        <translation>Ouvrir le dossier du journal</translation>
    </message>
    <message>
        <source>&amp;New Version…</source>
        <translation>&amp;Nouvelle version…</translation>
    </message>
    <message>
        <source>&amp;About SyncDesk</source>
        <translation>À &amp;propos de SyncDesk</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends SyncDesk.</source>
        <translation>Ce bureau n'a pas de zone de notification : fermer la fenêtre arrête SyncDesk.</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>A&amp;pparence</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Comme le s&amp;ystème</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Sombre</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>The language changes when SyncDesk is next started.</source>
        <translation>La langue change au prochain démarrage de SyncDesk.</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;1. Read.&lt;/b&gt; SyncDesk reads the invoices whose payments changed since the start date. Your books are never written to.&lt;/p&gt;&lt;p&gt;&lt;b&gt;2. Compare.&lt;/b&gt; It works out Paid Amount and Date Paid and compares them with the job database. A preview stops here.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3. Write.&lt;/b&gt; Only what differs is written. A second run over the same books writes nothing.&lt;/p&gt;&lt;p&gt;What fails, or needs your decision, waits and is looked at again by the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;1. Lire.&lt;/b&gt; SyncDesk lit les factures dont les paiements ont changé depuis la date de départ. Rien n'est jamais écrit dans votre comptabilité.&lt;/p&gt;&lt;p&gt;&lt;b&gt;2. Comparer.&lt;/b&gt; Il calcule Montant payé et Date de paiement et les compare à la base des travaux. Un aperçu s'arrête ici.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3. Écrire.&lt;/b&gt; Seul ce qui diffère est écrit. Une deuxième exécution sur la même comptabilité n'écrit rien.&lt;/p&gt;&lt;p&gt;Ce qui échoue, ou demande votre décision, attend et est revu par l'exécution suivante.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>How a Run Works</source>
        <translation>Comment se passe une exécution</translation>
    </message>
    <message>
        <source>&lt;h3&gt;SyncDesk {version}&lt;/h3&gt;&lt;p&gt;Brings the payments of your accounting books into your job database.&lt;/p&gt;&lt;p&gt;Qt {qt}, Python {python}, {system}&lt;/p&gt;</source>
        <translation>&lt;h3&gt;SyncDesk {version}&lt;/h3&gt;&lt;p&gt;Apporte les paiements de votre comptabilité dans votre base des travaux.&lt;/p&gt;&lt;p&gt;Qt {qt}, Python {python}, {system}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About SyncDesk</source>
        <translation>À propos de SyncDesk</translation>
    </message>
</context>
<context>
    <name>AddressLine</name>
    <message>
        <source>Address of the page</source>
        <translation>Adresse de la page</translation>
    </message>
    <message>
        <source>Op&amp;en the Page</source>
        <translation>Ou&amp;vrir la page</translation>
    </message>
    <message>
        <source>Copy A&amp;ddress</source>
        <translation>Copier l'a&amp;dresse</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse copiée</translation>
    </message>
</context>
<context>
    <name>AnswerPage</name>
    <message>
        <source>Other &amp;Ways</source>
        <translation>Autres &amp;moyens</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The new connection</source>
        <translation>La nouvelle connexion</translation>
    </message>
    <message>
        <source>Sav&amp;e Connection</source>
        <translation>&amp;Enregistrer la connexion</translation>
    </message>
    <message>
        <source>&amp;Preview the First Run</source>
        <translation>&amp;Aperçu de la première exécution</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Quitter</translation>
    </message>
</context>
<context>
    <name>AssistantFrame</name>
    <message>
        <source>New connection</source>
        <translation>Nouvelle connexion</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Retour</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Continuer</translation>
    </message>
    <message>
        <source>What you filled in is kept until SyncDesk is closed</source>
        <translation>Ce que vous avez rempli est gardé jusqu'à la fermeture de SyncDesk</translation>
    </message>
</context>
<context>
    <name>AutomaticRuns</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop the automatic run</source>
        <translation>Arrêter l'exécution automatique</translation>
    </message>
    <message>
        <source>Automatic run of {name} is under way</source>
        <translation>Exécution automatique de {name} en cours</translation>
    </message>
</context>
<context>
    <name>AutomaticSection</name>
    <message>
        <source>On</source>
        <translation>Activées</translation>
    </message>
    <message>
        <source>Paused: nothing runs by itself</source>
        <translation>En pause : rien ne s'exécute tout seul</translation>
    </message>
    <message>
        <source>Only when I press Run Sync</source>
        <translation>Seulement quand j'appuie sur Lancer la synchro</translation>
    </message>
    <message>
        <source>Every so many minutes</source>
        <translation>Toutes les tant de minutes</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Une fois par jour</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Rien ne s'exécute</translation>
    </message>
    <message>
        <source>This system's scheduler runs it</source>
        <translation>Le planificateur de ce système la lance</translation>
    </message>
    <message>
        <source>Turn automatic runs on first. What is set here is kept meanwhile.</source>
        <translation>Activez d'abord les exécutions automatiques. Ce qui est réglé ici est gardé.</translation>
    </message>
    <message>
        <source>Choose above when it runs first.</source>
        <translation>Choisissez d'abord ci-dessus quand exécuter.</translation>
    </message>
    <message>
        <source>Automatic runs:</source>
        <translation>Exécutions automatiques :</translation>
    </message>
    <message>
        <source>The switch of this company. Run Sync, and Sync for one invoice, work all the same.</source>
        <translation>L'interrupteur de cette société. Lancer la synchro, et la synchro d'une facture, marchent quand même.</translation>
    </message>
    <message>
        <source>When to run:</source>
        <translation>Quand :</translation>
    </message>
    <message>
        <source>Such a run begins where the last one ended and never asks: what needs you waits for you.</source>
        <translation>Elle part d'où la dernière s'est arrêtée et ne demande jamais rien : ce qui a besoin de vous vous attend.</translation>
    </message>
    <message>
        <source>Minutes between two runs:</source>
        <translation>Minutes entre deux exécutions :</translation>
    </message>
    <message>
        <source>From 1 to 1440. What was missed while this computer slept is made up for by one run.</source>
        <translation>De 1 à 1440. Ce qui a été manqué pendant la veille de l'ordinateur est rattrapé en une fois.</translation>
    </message>
    <message>
        <source>Time of day:</source>
        <translation>Heure :</translation>
    </message>
    <message>
        <source>In the company's time zone, such as 07:30. A missed run is made up for.</source>
        <translation>Dans le fuseau horaire de la société, par exemple 07:30. Une exécution manquée est rattrapée.</translation>
    </message>
    <message>
        <source>While SyncDesk is closed:</source>
        <translation>Quand SyncDesk est fermé :</translation>
    </message>
    <message>
        <source>The scheduler is told when you save. It works while you are signed in to this computer.</source>
        <translation>Le planificateur est prévenu à l'enregistrement. Il travaille tant que votre session est ouverte.</translation>
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message>
        <source>Books</source>
        <translation>Comptabilité</translation>
    </message>
    <message>
        <source>Where does your company keep its books?</source>
        <translation>Où votre société tient-elle sa comptabilité ?</translation>
    </message>
    <message>
        <source>the kind of books</source>
        <translation>le type de comptabilité</translation>
    </message>
    <message>
        <source>On the web. You sign in there with your browser; SyncDesk only reads.</source>
        <translation>Sur le web. Vous vous y connectez avec votre navigateur ; SyncDesk ne fait que lire.</translation>
    </message>
    <message>
        <source>A file that this computer can open. Nobody has to sign in; SyncDesk only reads.</source>
        <translation>Un fichier que cet ordinateur peut ouvrir. Personne ne doit se connecter ; SyncDesk ne fait que lire.</translation>
    </message>
    <message>
        <source>SyncDesk only reads.</source>
        <translation>SyncDesk ne fait que lire.</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Results of the test</source>
        <translation>Résultats du test</translation>
    </message>
    <message>
        <source>Testing… nothing is written.</source>
        <translation>Test en cours… rien n'est écrit.</translation>
    </message>
    <message>
        <source>Some things need attention. Nothing was written.</source>
        <translation>Certaines choses demandent votre attention. Rien n'a été écrit.</translation>
    </message>
    <message>
        <source>Everything holds. Nothing was written.</source>
        <translation>Tout est bon. Rien n'a été écrit.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Échec</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check and save</source>
        <translation>Vérifier et enregistrer</translation>
    </message>
    <message>
        <source>Everything is looked at before the connection is saved.</source>
        <translation>Tout est regardé avant que la connexion soit enregistrée.</translation>
    </message>
    <message>
        <source>Books:</source>
        <translation>Comptabilité :</translation>
    </message>
    <message>
        <source>Job database:</source>
        <translation>Base des travaux :</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>The company, as you want to see it in SyncDesk.</source>
        <translation>La société, comme vous voulez la voir dans SyncDesk.</translation>
    </message>
    <message>
        <source>Rules: time zone, changed rows, credit notes</source>
        <translation>Règles : fuseau horaire, lignes modifiées, avoirs</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>&amp;Test Again</source>
        <translation>&amp;Tester encore</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Company time zone</source>
        <translation>Fuseau horaire de la société</translation>
    </message>
    <message>
        <source>a test without faults</source>
        <translation>un test sans erreur</translation>
    </message>
    <message>
        <source>It can be saved once the test finds no fault</source>
        <translation>L'enregistrement est possible dès que le test ne trouve aucune erreur</translation>
    </message>
    <message>
        <source>There is no time zone '{zone}'. Choose one such as Europe/London.</source>
        <translation>Le fuseau horaire « {zone} » n'existe pas. Choisissez-en un comme Europe/Paris.</translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message>
        <source>You are signed in</source>
        <translation>Vous êtes connecté</translation>
    </message>
    <message>
        <source>Companies that may be read</source>
        <translation>Sociétés qui peuvent être lues</translation>
    </message>
    <message>
        <source>&amp;Sign In Again</source>
        <translation>&amp;Se reconnecter</translation>
    </message>
    <message>
        <source>&amp;Which company is to be read?</source>
        <translation>&amp;Quelle société faut-il lire ?</translation>
    </message>
    <message>
        <source>Company: {name}</source>
        <translation>Société : {name}</translation>
    </message>
</context>
<context>
    <name>CompareResults</name>
    <message>
        <source>Invoice, customer or reason</source>
        <translation>Facture, client ou raison</translation>
    </message>
    <message>
        <source>Expo&amp;rt…</source>
        <translation>Ex&amp;porter…</translation>
    </message>
    <message>
        <source>Invoices of both sides</source>
        <translation>Factures des deux côtés</translation>
    </message>
    <message>
        <source>Reason of the current invoice</source>
        <translation>Raison de la facture actuelle</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>Mon&amp;trer :</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>Ch&amp;ercher :</translation>
    </message>
    <message>
        <source>What differs ({count})</source>
        <translation>Ce qui diffère ({count})</translation>
    </message>
    <message>
        <source>Everything ({count})</source>
        <translation>Tout ({count})</translation>
    </message>
    <message>
        <source>Without a date ({count})</source>
        <translation>Sans date ({count})</translation>
    </message>
    <message>
        <source>No invoice of this list has these words.</source>
        <translation>Aucune facture de cette liste ne contient ces mots.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Take the Filter Away</source>
        <translation>Enlever le filtre</translation>
    </message>
    <message>
        <source>Both sides say the same of every invoice of this period.</source>
        <translation>Les deux côtés disent la même chose de chaque facture de cette période.</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Rien ne diffère</translation>
    </message>
    <message>
        <source>Neither side has an invoice of this period.</source>
        <translation>Aucun des deux côtés n'a de facture de cette période.</translation>
    </message>
    <message>
        <source>No invoices</source>
        <translation>Aucune facture</translation>
    </message>
    <message>
        <source>invoices without a date on either side</source>
        <translation>factures sans date des deux côtés</translation>
    </message>
    <message>
        <source>Sums, {invoices}: the causes add up to the difference.</source>
        <translation>Sommes, {invoices} : les causes additionnées donnent la différence.</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) without a date are not among them.</source>
        <translation>
            <numerusform>%n facture sans date n'y figure pas.</numerusform>
            <numerusform>%n factures sans date n'y figurent pas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Export Comparison</source>
        <translation>Exporter la comparaison</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>Written to {file}, with the sums. Lines: {count}.</source>
        <translation>Écrit dans {file}, avec les sommes. Lignes : {count}.</translation>
    </message>
    <message>
        <source>Something was written since this was compared.</source>
        <translation>Quelque chose a été écrit depuis cette comparaison.</translation>
    </message>
    <message>
        <source>Compare again to see both sides as they are now (F5).</source>
        <translation>Comparez encore pour voir les deux côtés dans leur état actuel (F5).</translation>
    </message>
    <message>
        <source>{company}: nothing is written. You can go on working in the other tabs.</source>
        <translation>{company} : rien n'est écrit. Vous pouvez continuer à travailler dans les autres onglets.</translation>
    </message>
    <message>
        <source>Reading both sides in full…</source>
        <translation>Lecture complète des deux côtés…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was compared.</source>
        <translation>Arrêté. Rien n'a été comparé.</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) differ.</source>
        <translation>
            <numerusform>%n facture diffère.</numerusform>
            <numerusform>%n factures diffèrent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sides agree.</source>
        <translation>Les deux côtés concordent.</translation>
    </message>
    <message>
        <source>{count} compared at {time}.</source>
        <translation>{count} comparées à {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n of other days were left out.</source>
        <translation>
            <numerusform>%n d'autres jours a été laissée de côté.</numerusform>
            <numerusform>%n d'autres jours ont été laissées de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run would wait as a whole: {why}</source>
        <translation>Une exécution attendrait tout entière : {why}</translation>
    </message>
    <message>
        <source>A run wrote, or had broken off, while this was read: compare again.</source>
        <translation>Une exécution écrivait, ou s'était interrompue, pendant la lecture : comparez encore.</translation>
    </message>
    <message>
        <source>Both sides can be compared once there is a connection.</source>
        <translation>Les deux côtés peuvent être comparés dès qu'il y a une connexion.</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Pas encore de connexion</translation>
    </message>
    <message>
        <source>Compare the job database with the books</source>
        <translation>Comparer la base des travaux à la comptabilité</translation>
    </message>
    <message>
        <source>Reads every invoice of both sides, says what differs and why, and adds it up. Nothing is written. Choose a period above, then Compare.</source>
        <translation>Lit chaque facture des deux côtés, dit ce qui diffère et pourquoi, et fait les sommes. Rien n'est écrit. Choisissez une période ci-dessus, puis Comparer.</translation>
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>Try the Sample Company</source>
        <translation>Essayer la société d'exemple</translation>
    </message>
    <message>
        <source>Add a Connection</source>
        <translation>Ajouter une connexion</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Show History</source>
        <translation>Voir l'historique</translation>
    </message>
    <message>
        <source>Run Sync</source>
        <translation>Lancer la synchro</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Pas encore de connexion</translation>
    </message>
    <message>
        <source>C&amp;onnection:</source>
        <translation>C&amp;onnexion :</translation>
    </message>
    <message>
        <source>Welcome to SyncDesk</source>
        <translation>Bienvenue dans SyncDesk</translation>
    </message>
    <message>
        <source>Try it with the sample company, which needs no account, or add your own books.</source>
        <translation>Essayez-le avec la société d'exemple, qui ne demande aucun compte, ou ajoutez votre comptabilité.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) waiting</source>
        <translation>
            <numerusform>%n ligne en attente</numerusform>
            <numerusform>%n lignes en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionEditor</name>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Still to fill in: {fields}</source>
        <translation>Encore à remplir : {fields}</translation>
    </message>
    <message>
        <source>Settings of the connection</source>
        <translation>Réglages de la connexion</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Table and columns</source>
        <translation>Table et colonnes</translation>
    </message>
    <message>
        <source>Company time zone</source>
        <translation>Fuseau horaire de la société</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>The company, as you want to see it in SyncDesk.</source>
        <translation>La société, comme vous voulez la voir dans SyncDesk.</translation>
    </message>
    <message>
        <source>&amp;Kind of books:</source>
        <translation>T&amp;ype de comptabilité :</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Comptabilité</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Base des travaux</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>When something waits for you</source>
        <translation>Quand quelque chose vous attend</translation>
    </message>
    <message>
        <source>Automatic runs</source>
        <translation>Exécutions automatiques</translation>
    </message>
    <message>
        <source>There is no time zone '{zone}'. Choose one such as Europe/London.</source>
        <translation>Le fuseau horaire « {zone} » n'existe pas. Choisissez-en un comme Europe/Paris.</translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>&amp;Add Connection</source>
        <translation>A&amp;jouter une connexion</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>Enle&amp;ver…</translation>
    </message>
    <message>
        <source>&amp;Reconnect…</source>
        <translation>Re&amp;connecter…</translation>
    </message>
    <message>
        <source>Sign in again; links and history stay</source>
        <translation>Se connecter de nouveau ; les liens et l'historique restent</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Contact and Feedback</source>
        <translation>Contact et remarques</translation>
    </message>
    <message>
        <source>Something is wrong, or could be better? Tell whoever looks after SyncDesk for you: what you did, what you expected, what happened instead, and the number of one invoice it concerns. A support file helps; you see it before it is saved.</source>
        <translation>Quelque chose ne va pas, ou pourrait être mieux ? Dites-le à la personne qui s'occupe de SyncDesk pour vous : ce que vous avez fait, ce que vous attendiez, ce qui est arrivé à la place, et le numéro d'une facture concernée. Un fichier d'assistance aide ; vous le voyez avant qu'il soit enregistré.</translation>
    </message>
    <message>
        <source>Their e-mail address; it is remembered</source>
        <translation>Son adresse e-mail ; elle est retenue</translation>
    </message>
    <message>
        <source>&amp;Who helps you:</source>
        <translation>&amp;Qui vous aide :</translation>
    </message>
    <message>
        <source>S&amp;upport File…</source>
        <translation>Fichier d'a&amp;ssistance…</translation>
    </message>
    <message>
        <source>Write a &amp;Message…</source>
        <translation>Écrire un &amp;message…</translation>
    </message>
    <message>
        <source>What I did:</source>
        <translation>Ce que j'ai fait :</translation>
    </message>
    <message>
        <source>What I expected:</source>
        <translation>Ce que j'attendais :</translation>
    </message>
    <message>
        <source>What happened instead:</source>
        <translation>Ce qui est arrivé à la place :</translation>
    </message>
</context>
<context>
    <name>Counters</name>
    <message>
        <source>Found</source>
        <translation>Trouvées</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Choose from a calendar</source>
        <translation>Choisir dans un calendrier</translation>
    </message>
    <message>
        <source>for example {day}</source>
        <translation>par exemple {day}</translation>
    </message>
    <message>
        <source>Type a day or choose one from the calendar.</source>
        <translation>Tapez un jour ou choisissez-en un dans le calendrier.</translation>
    </message>
    <message>
        <source>That is not a day. Write it like {example}.</source>
        <translation>Ce n'est pas un jour. Écrivez-le comme {example}.</translation>
    </message>
    <message>
        <source>That day lies in the future. Choose a day up to today.</source>
        <translation>Ce jour est dans le futur. Choisissez un jour jusqu'à aujourd'hui.</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Movements of this invoice</source>
        <translation>Mouvements de cette facture</translation>
    </message>
    <message>
        <source>History of this invoice</source>
        <translation>Historique de cette facture</translation>
    </message>
    <message>
        <source>Raw error</source>
        <translation>Erreur brute</translation>
    </message>
    <message>
        <source>Raw error, for support</source>
        <translation>Erreur brute, pour l'assistance</translation>
    </message>
    <message>
        <source>No run has seen this invoice in the books yet, so there is nothing to explain.</source>
        <translation>Aucune exécution n'a encore vu cette facture dans la comptabilité : il n'y a rien à expliquer.</translation>
    </message>
    <message>
        <source>Show &amp;More ({count})</source>
        <translation>Montrer pl&amp;us ({count})</translation>
    </message>
    <message>
        <source>In the books: invoice {number}, {customer}; reference {id}</source>
        <translation>Dans la comptabilité : facture {number}, {customer} ; référence {id}</translation>
    </message>
    <message>
        <source>Explain this number</source>
        <translation>Expliquer ce chiffre</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Details of the invoice</source>
        <translation>Détails de la facture</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>'{name}' is connected</source>
        <translation>« {name} » est connectée</translation>
    </message>
    <message>
        <source>Nothing has been written yet. A preview shows what the first run would write into your job database, row by row, and waits for your word.</source>
        <translation>Rien n'a encore été écrit. Un aperçu montre ligne par ligne ce que la première exécution écrirait dans votre base des travaux, et attend votre accord.</translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>Show &amp;Details</source>
        <translation>Montrer les &amp;détails</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Détails de l'erreur</translation>
    </message>
    <message>
        <source>Hide &amp;Details</source>
        <translation>Cacher les &amp;détails</translation>
    </message>
</context>
<context>
    <name>ExamplesButton</name>
    <message>
        <source>E&amp;xamples</source>
        <translation>E&amp;xemples</translation>
    </message>
    <message>
        <source>What can be searched for, with examples</source>
        <translation>Ce que l'on peut chercher, avec des exemples</translation>
    </message>
</context>
<context>
    <name>FaultBox</name>
    <message>
        <source>Details of the error</source>
        <translation>Détails de l'erreur</translation>
    </message>
    <message>
        <source>&amp;Copy Details</source>
        <translation>&amp;Copier les détails</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>Ouvrir le dossier du &amp;journal</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Signaler…</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) so far; the log has all of them.</source>
        <translation>
            <numerusform>%n erreur jusqu'ici ; le journal la contient.</numerusform>
            <numerusform>%n erreurs jusqu'ici ; le journal les contient toutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>What {label} gave you for SyncDesk. Secrets go to this computer's password store.</source>
        <translation>Ce que {label} vous a donné pour SyncDesk. Les secrets vont dans le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>Where {label} keeps your books.</source>
        <translation>Où {label} garde votre comptabilité.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Browse for {what}</source>
        <translation>Parcourir : {what}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Connect your books with your job database</source>
        <translation>Reliez votre comptabilité à votre base des travaux</translation>
    </message>
    <message>
        <source>SyncDesk reads payments from your books and writes Paid Amount and Date Paid into your job database. Nothing is written before you have seen a preview.

The sample company needs no account: you can play with it as you like.</source>
        <translation>SyncDesk lit les paiements de votre comptabilité et écrit Montant payé et Date de paiement dans votre base des travaux. Rien n'est écrit avant que vous ayez vu un aperçu.

La société d'exemple ne demande aucun compte : vous pouvez jouer avec elle comme vous voulez.</translation>
    </message>
    <message>
        <source>Try the sample com&amp;pany</source>
        <translation>Essayer la société d'&amp;exemple</translation>
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation>&amp;Ajouter une connexion</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Runs</source>
        <translation>Exécutions</translation>
    </message>
    <message>
        <source>Rows of the chosen run</source>
        <translation>Lignes de l'exécution choisie</translation>
    </message>
    <message>
        <source>Un&amp;do This Run…</source>
        <translation>A&amp;nnuler cette exécution…</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Pas encore de connexion</translation>
    </message>
    <message>
        <source>Runs are listed here once there is a connection.</source>
        <translation>Les exécutions apparaissent ici dès qu'il y a une connexion.</translation>
    </message>
    <message>
        <source>Every preview and every run will be listed here, with all its rows.</source>
        <translation>Chaque aperçu et chaque exécution apparaîtront ici, avec toutes leurs lignes.</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Pas encore d'exécution</translation>
    </message>
    <message>
        <source>This run ended before it had any rows.</source>
        <translation>Cette exécution s'est terminée avant d'avoir des lignes.</translation>
    </message>
    <message>
        <source>A preview writes nothing, and so its rows are not kept.</source>
        <translation>Un aperçu n'écrit rien, ses lignes ne sont donc pas gardées.</translation>
    </message>
    <message>
        <source>This run found nothing that had to be kept: nothing had changed.</source>
        <translation>Cette exécution n'a rien trouvé à garder : rien n'avait changé.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Aucune ligne</translation>
    </message>
    <message>
        <source>This took back the run of {when}.</source>
        <translation>Ceci a repris l'exécution du {when}.</translation>
    </message>
    <message>
        <source>Wait until the run under way has ended.</source>
        <translation>Attendez la fin de l'exécution en cours.</translation>
    </message>
    <message>
        <source>Put the rows back as they were before this run (Ctrl+Z)</source>
        <translation>Remettre les lignes comme elles étaient avant cette exécution (Ctrl+Z)</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>Aucune exécution choisie</translation>
    </message>
    <message>
        <source>Choose a run above to see its rows.</source>
        <translation>Choisissez une exécution ci-dessus pour voir ses lignes.</translation>
    </message>
</context>
<context>
    <name>JobDatabaseFields</name>
    <message>
        <source>Kept in the password store; fill in to change it</source>
        <translation>Gardé dans le trousseau ; remplissez pour le changer</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Base des travaux</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
</context>
<context>
    <name>JobDatabaseLines</name>
    <message>
        <source>A file on this computer or in the network (SQLite)</source>
        <translation>Un fichier sur cet ordinateur ou sur le réseau (SQLite)</translation>
    </message>
    <message>
        <source>PostgreSQL server</source>
        <translation>Serveur PostgreSQL</translation>
    </message>
    <message>
        <source>MariaDB or MySQL server</source>
        <translation>Serveur MariaDB ou MySQL</translation>
    </message>
    <message>
        <source>Microsoft SQL Server</source>
        <translation>Microsoft SQL Server</translation>
    </message>
    <message>
        <source>Another, by its address</source>
        <translation>Une autre, par son adresse</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Base des travaux</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Bases SQLite (*.sqlite *.sqlite3 *.db);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>&amp;Parcourir…</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>Not asked for</source>
        <translation>Non demandé</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Chiffrée</translation>
    </message>
    <message>
        <source>Encrypted, and the server's certificate is checked</source>
        <translation>Chiffrée, et le certificat du serveur est vérifié</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>&amp;Job database:</source>
        <translation>&amp;Base des travaux :</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Fichier :</translation>
    </message>
    <message>
        <source>A whole address can be pasted here, too.</source>
        <translation>Une adresse entière peut aussi être collée ici.</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Serveur :</translation>
    </message>
    <message>
        <source>Its name, such as db.example.com, or address.</source>
        <translation>Son nom, comme db.example.com, ou son adresse.</translation>
    </message>
    <message>
        <source>Port:</source>
        <translation>Port :</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Base de données :</translation>
    </message>
    <message>
        <source>User:</source>
        <translation>Utilisateur :</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse :</translation>
    </message>
    <message>
        <source>As SQLAlchemy writes it: kind://user@server/database</source>
        <translation>Comme SQLAlchemy l'écrit : type://utilisateur@serveur/base</translation>
    </message>
    <message>
        <source>It goes to this computer's password store and is never shown again.</source>
        <translation>Il va dans le trousseau de cet ordinateur et n'est plus jamais montré.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Mot de passe :</translation>
    </message>
    <message>
        <source>Connection:</source>
        <translation>Connexion :</translation>
    </message>
    <message>
        <source>Only where the server's certificate comes from an authority of your own.</source>
        <translation>Seulement si le certificat du serveur vient de votre propre autorité.</translation>
    </message>
    <message>
        <source>Certificate file:</source>
        <translation>Fichier du certificat :</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Job database</source>
        <translation>Base des travaux</translation>
    </message>
    <message>
        <source>SyncDesk writes Paid Amount and Date Paid there. Nothing is written while you set it up.</source>
        <translation>SyncDesk y écrit Montant payé et Date de paiement. Rien n'est écrit pendant la configuration.</translation>
    </message>
    <message>
        <source>Table and columns</source>
        <translation>Table et colonnes</translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>Key column {place}</source>
        <translation>Colonne de clé {place}</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Choisir une colonne</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>rien d'autre</translation>
    </message>
</context>
<context>
    <name>LastResort</name>
    <message>
        <source>SyncDesk met a fault of its own</source>
        <translation>SyncDesk a rencontré une erreur interne</translation>
    </message>
    <message>
        <source>What was written so far is whole, and you can go on. If it comes back, start SyncDesk again and report it. Nothing is sent anywhere by itself.</source>
        <translation>Ce qui a été écrit jusqu'ici est complet, et vous pouvez continuer. Si l'erreur revient, redémarrez SyncDesk et signalez-la. Rien n'est envoyé de soi-même.</translation>
    </message>
    <message>
        <source>SyncDesk ended unexpectedly the last time</source>
        <translation>SyncDesk s'est arrêté de façon inattendue la dernière fois</translation>
    </message>
    <message>
        <source>What was written is whole; what a run did not reach is taken up by the next one. If it comes back, report it. Nothing is sent anywhere by itself.</source>
        <translation>Ce qui a été écrit est complet ; ce qu'une exécution n'a pas atteint est repris par la suivante. Si cela se répète, signalez-le. Rien n'est envoyé de soi-même.</translation>
    </message>
</context>
<context>
    <name>LimitsSection</name>
    <message>
        <source>Reset &amp;Limits to Their Defaults</source>
        <translation>&amp;Limites par défaut</translation>
    </message>
    <message>
        <source>Lock &amp;date:</source>
        <translation>&amp;Date de verrouillage :</translation>
    </message>
    <message>
        <source>A row whose Date Paid lies on or before this day waits for you. Empty: no day is locked.</source>
        <translation>Une ligne dont la Date de paiement est ce jour ou avant vous attend. Vide : aucun jour n'est verrouillé.</translation>
    </message>
    <message>
        <source>Most that may fall:</source>
        <translation>Le plus qui peut baisser :</translation>
    </message>
    <message>
        <source>If more paid invoices than this would lose money or their Date Paid, the whole run waits. 0: the share below decides alone. Empty: {usual}.</source>
        <translation>Si plus de factures payées perdaient de l'argent ou leur Date de paiement, toute l'exécution attend. 0 : la part ci-dessous décide seule. Vide : {usual}.</translation>
    </message>
    <message>
        <source>… or this share of them, in %:</source>
        <translation>… ou cette part d'entre elles, en % :</translation>
    </message>
    <message>
        <source>The larger of the two counts. 0: the number above decides alone. Empty: {usual}.</source>
        <translation>La plus grande des deux compte. 0 : le nombre ci-dessus décide seul. Vide : {usual}.</translation>
    </message>
    <message>
        <source>Most that may change:</source>
        <translation>Le plus qui peut changer :</translation>
    </message>
    <message>
        <source>After the first run. If more paid invoices than this would change, the whole run waits. 0: the share below decides alone. Empty: {usual}.</source>
        <translation>Après la première exécution. Si plus de factures payées changeaient, toute l'exécution attend. 0 : la part ci-dessous décide seule. Vide : {usual}.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link {number} by Hand</source>
        <translation>Lier {number} à la main</translation>
    </message>
    <message>
        <source>These invoices of the books have no row in the job database; the likeliest come first. Once linked, Paid Amount and Date Paid of {number} come from the one you choose.</source>
        <translation>Ces factures de la comptabilité n'ont pas de ligne dans la base des travaux ; les plus probables viennent d'abord. Une fois liée, Montant payé et Date de paiement de {number} viennent de celle que vous choisissez.</translation>
    </message>
    <message>
        <source>Number or customer</source>
        <translation>Numéro ou client</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>Ch&amp;ercher :</translation>
    </message>
    <message>
        <source>Invoices of the books without a row</source>
        <translation>Factures de la comptabilité sans ligne</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Lier</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Nothing to link to</source>
        <translation>Rien à lier</translation>
    </message>
    <message>
        <source>Every invoice of the books that was seen has a row already.</source>
        <translation>Chaque facture vue dans la comptabilité a déjà une ligne.</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Open File</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Envoyé à l'imprimante.</translation>
    </message>
</context>
<context>
    <name>LiveMapping</name>
    <message>
        <source>Reading the columns of '{table}'…</source>
        <translation>Lecture des colonnes de « {table} »…</translation>
    </message>
    <message>
        <source>Your rows are shown once table and columns are chosen.</source>
        <translation>Vos lignes apparaissent dès que table et colonnes sont choisies.</translation>
    </message>
    <message>
        <source>Your rows are shown once this is put right.</source>
        <translation>Vos lignes apparaissent dès que ceci est corrigé.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Update Invoice Payments</source>
        <translation>&amp;Mettre à jour les paiements</translation>
    </message>
    <message>
        <source>&amp;Invoice Search</source>
        <translation>&amp;Recherche de factures</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>&amp;Historique</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d'ensemble</translation>
    </message>
    <message>
        <source>Settin&amp;gs</source>
        <translation>Ré&amp;glages</translation>
    </message>
    <message>
        <source>No successful run yet</source>
        <translation>Pas encore d'exécution réussie</translation>
    </message>
    <message>
        <source>Last successful run: {when}</source>
        <translation>Dernière exécution réussie : {when}</translation>
    </message>
    <message>
        <source>Waiting ({count})</source>
        <translation>En attente ({count})</translation>
    </message>
    <message>
        <source>'{name}' is connected again.</source>
        <translation>« {name} » est de nouveau connectée.</translation>
    </message>
    <message>
        <source>A run has ended</source>
        <translation>Une exécution est terminée</translation>
    </message>
    <message>
        <source>SyncDesk goes on in the tray</source>
        <translation>SyncDesk continue dans la zone de notification</translation>
    </message>
    <message>
        <source>Automatic runs happen as before. Quit it from its menu there.</source>
        <translation>Les exécutions automatiques continuent. Quittez-le par son menu à cet endroit.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>Une exécution est en cours</translation>
    </message>
    <message>
        <source>Stop the run and close SyncDesk?</source>
        <translation>Arrêter l'exécution et fermer SyncDesk ?</translation>
    </message>
    <message>
        <source>The row under way is finished first. What was not reached stays due for the next run.</source>
        <translation>La ligne en cours est d'abord terminée. Ce qui n'a pas été atteint reste pour l'exécution suivante.</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation>Laisser continuer</translation>
    </message>
</context>
<context>
    <name>MappingLines</name>
    <message>
        <source>Choose a table, or type a part of its name</source>
        <translation>Choisissez une table, ou tapez une partie de son nom</translation>
    </message>
    <message>
        <source>The same table</source>
        <translation>La même table</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>telle quelle</translation>
    </message>
    <message>
        <source>More columns and rules</source>
        <translation>Autres colonnes et règles</translation>
    </message>
    <message>
        <source>Ta&amp;ble of invoices:</source>
        <translation>Table des factures :</translation>
    </message>
    <message>
        <source>As the column says</source>
        <translation>Comme le dit la colonne</translation>
    </message>
    <message>
        <source>Whole amounts: 1200 is 1,200.00</source>
        <translation>Montants entiers : 1200 vaut 1 200,00</translation>
    </message>
    <message>
        <source>Cents: 1200 is 12.00</source>
        <translation>Centimes : 1200 vaut 12,00</translation>
    </message>
    <message>
        <source>Text: 1200.00</source>
        <translation>Texte : 1200.00</translation>
    </message>
    <message>
        <source>Text: {example}</source>
        <translation>Texte : {example}</translation>
    </message>
    <message>
        <source>As the column says, text as 2026-01-31</source>
        <translation>Comme le dit la colonne, texte comme 2026-01-31</translation>
    </message>
    <message>
        <source>Day: 2026-01-31</source>
        <translation>Jour : 2026-01-31</translation>
    </message>
    <message>
        <source>Day and time: 2026-01-31 00:00:00</source>
        <translation>Jour et heure : 2026-01-31 00:00:00</translation>
    </message>
    <message>
        <source>Invoice number:</source>
        <translation>Numéro de facture :</translation>
    </message>
    <message>
        <source>SyncDesk writes this column.</source>
        <translation>SyncDesk écrit cette colonne.</translation>
    </message>
    <message>
        <source>Paid Amount:</source>
        <translation>Montant payé :</translation>
    </message>
    <message>
        <source>Amounts are stored:</source>
        <translation>Les montants sont stockés :</translation>
    </message>
    <message>
        <source>Date Paid:</source>
        <translation>Date de paiement :</translation>
    </message>
    <message>
        <source>A pattern of your own can be typed: %d. %m. %Y means 31. 01. 2026.</source>
        <translation>Un modèle à vous peut être tapé : %d. %m. %Y veut dire 31. 01. 2026.</translation>
    </message>
    <message>
        <source>Dates are stored:</source>
        <translation>Les dates sont stockées :</translation>
    </message>
    <message>
        <source>Compared with the books when an invoice is first matched.</source>
        <translation>Comparé à la comptabilité quand une facture est rapprochée la première fois.</translation>
    </message>
    <message>
        <source>Total:</source>
        <translation>Total :</translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation>Client :</translation>
    </message>
    <message>
        <source>Currency:</source>
        <translation>Devise :</translation>
    </message>
    <message>
        <source>Three letters such as GBP. Empty means the home currency of the books.</source>
        <translation>Trois lettres comme EUR. Vide : la devise de la comptabilité.</translation>
    </message>
    <message>
        <source>Currency where none is given:</source>
        <translation>Devise si aucune n'est donnée :</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Clé :</translation>
    </message>
    <message>
        <source>What tells one row from all others.</source>
        <translation>Ce qui distingue une ligne de toutes les autres.</translation>
    </message>
    <message>
        <source>Numbers in the books begin with this, numbers here do not. Empty means nothing.</source>
        <translation>Les numéros de la comptabilité commencent ainsi, ceux d'ici non. Vide : rien.</translation>
    </message>
    <message>
        <source>Prefi&amp;x in the books:</source>
        <translation>Préfi&amp;xe dans la comptabilité :</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>Exemple :</translation>
    </message>
    <message>
        <source>Numbers here begin with this, numbers in the books do not. Empty means nothing.</source>
        <translation>Les numéros d'ici commencent ainsi, ceux de la comptabilité non. Vide : rien.</translation>
    </message>
    <message>
        <source>Prefix in the job database:</source>
        <translation>Préfixe dans la base des travaux :</translation>
    </message>
    <message>
        <source>Digits in the books:</source>
        <translation>Chiffres dans la comptabilité :</translation>
    </message>
    <message>
        <source>Shorter numbers get zeros in front.</source>
        <translation>Les numéros plus courts reçoivent des zéros devant.</translation>
    </message>
    <message>
        <source>Invoice date:</source>
        <translation>Date de la facture :</translation>
    </message>
    <message>
        <source>Written too, if you choose a column.</source>
        <translation>Écrit aussi, si vous choisissez une colonne.</translation>
    </message>
    <message>
        <source>Credited:</source>
        <translation>Crédité :</translation>
    </message>
    <message>
        <source>Outstanding:</source>
        <translation>Restant dû :</translation>
    </message>
    <message>
        <source>Only where the table above is a view that cannot be written: the table behind it.</source>
        <translation>Seulement si la table ci-dessus est une vue non modifiable : la table qui est derrière.</translation>
    </message>
    <message>
        <source>Table that is written:</source>
        <translation>Table qui est écrite :</translation>
    </message>
    <message>
        <source>A condition in SQL such as status &lt;&gt; 'quote'. Empty means all rows.</source>
        <translation>Une condition SQL comme status &lt;&gt; 'quote'. Vide : toutes les lignes.</translation>
    </message>
    <message>
        <source>Only rows in which:</source>
        <translation>Seulement les lignes où :</translation>
    </message>
</context>
<context>
    <name>MappingSection</name>
    <message>
        <source>Please look at these</source>
        <translation>Regardez ceux-ci, s'il vous plaît</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Choisir une colonne</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Job invoice {here} is {books} in the books.</source>
        <translation>La facture {here} des travaux est {books} dans la comptabilité.</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Companies</source>
        <translation>Sociétés</translation>
    </message>
    <message>
        <source>Currency of the charts</source>
        <translation>Devise des graphiques</translation>
    </message>
    <message>
        <source>Cash received per week</source>
        <translation>Encaissements par semaine</translation>
    </message>
    <message>
        <source>Paid Amounts by the week of their Date Paid. Part payments have no Date Paid yet.</source>
        <translation>Montants payés selon la semaine de leur Date de paiement. Les paiements partiels n'en ont pas encore.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>Outstanding by age</source>
        <translation>Restant dû par ancienneté</translation>
    </message>
    <message>
        <source>What is still owed, by the days since the invoice's date in the job database.</source>
        <translation>Ce qui est encore dû, selon les jours depuis la date de la facture dans la base des travaux.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>Rien n'a besoin de vous maintenant.</translation>
    </message>
    <message>
        <source>No currency</source>
        <translation>Sans devise</translation>
    </message>
    <message>
        <source>Money: {name}</source>
        <translation>Argent : {name}</translation>
    </message>
    <message>
        <source>Reading the invoices…</source>
        <translation>Lecture des factures…</translation>
    </message>
    <message>
        <source>Nothing to draw yet</source>
        <translation>Rien à dessiner encore</translation>
    </message>
    <message>
        <source>No invoice of the job database has a payment or a balance so far.</source>
        <translation>Aucune facture de la base des travaux n'a encore de paiement ni de solde.</translation>
    </message>
    <message>
        <source>Money: {name}, in {currency}</source>
        <translation>Argent : {name}, en {currency}</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Semaine du {day}</translation>
    </message>
    <message>
        <source>Paid in part, no date yet</source>
        <translation>Payé en partie, sans date encore</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>Days since the invoice's date, {label}</source>
        <translation>Jours depuis la date de la facture, {label}</translation>
    </message>
    <message>
        <source>What needs you now</source>
        <translation>Ce qui a besoin de vous</translation>
    </message>
    <message>
        <source>Companies side by side</source>
        <translation>Sociétés côte à côte</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d'ensemble</translation>
    </message>
    <message>
        <source>No company is connected yet</source>
        <translation>Aucune société n'est encore connectée</translation>
    </message>
    <message>
        <source>Add a connection, or try the sample company: both are on the Settings tab.</source>
        <translation>Ajoutez une connexion, ou essayez la société d'exemple : les deux sont dans l'onglet Réglages.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Copy A&amp;ll</source>
        <translation>Tout copier</translation>
    </message>
    <message>
        <source>Clo&amp;se</source>
        <translation>F&amp;ermer</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>Paste the address</source>
        <translation>Coller l'adresse</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>1. Open this page in any browser, sign in and allow access:</source>
        <translation>1. Ouvrez cette page dans un navigateur, connectez-vous et autorisez l'accès :</translation>
    </message>
    <message>
        <source>2. The browser ends at an address with 'code=' in it. Even if that page cannot be shown, copy the whole address from the browser's address line and paste it here soon: it holds for some minutes only.</source>
        <translation>2. Le navigateur finit à une adresse qui contient « code= ». Même si cette page ne s'affiche pas, copiez toute l'adresse de la barre du navigateur et collez-la ici sans tarder : elle ne vaut que quelques minutes.</translation>
    </message>
    <message>
        <source>Address the browser ended a&amp;t:</source>
        <translation>Adresse où le navigateur a &amp;fini :</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>Reads both sides in full and writes nothing (F5)</source>
        <translation>Lit entièrement les deux côtés et n'écrit rien (F5)</translation>
    </message>
    <message>
        <source>All Time</source>
        <translation>Depuis toujours</translation>
    </message>
    <message>
        <source>This Month</source>
        <translation>Ce mois</translation>
    </message>
    <message>
        <source>Last Month</source>
        <translation>Le mois dernier</translation>
    </message>
    <message>
        <source>This Year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>Last Year</source>
        <translation>L'année dernière</translation>
    </message>
    <message>
        <source>Custom Dates</source>
        <translation>Dates au choix</translation>
    </message>
    <message>
        <source>Invoices &amp;dated:</source>
        <translation>Factures datées :</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>&amp;du</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>a&amp;u</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>début</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>fin</translation>
    </message>
    <message>
        <source>The last day lies before the first. Put the earlier day first.</source>
        <translation>Le dernier jour précède le premier. Mettez d'abord le plus ancien.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
</context>
<context>
    <name>ReconnectPage</name>
    <message>
        <source>Reconnect {name}</source>
        <translation>Reconnecter {name}</translation>
    </message>
    <message>
        <source>Signing in again gives SyncDesk a new permission to read. Links and history stay as they are.</source>
        <translation>Une nouvelle connexion donne à SyncDesk une nouvelle autorisation de lire. Les liens et l'historique restent.</translation>
    </message>
    <message>
        <source>This is another company than before. The next run notices that and waits for your word before it writes anything.</source>
        <translation>C'est une autre société qu'avant. L'exécution suivante le remarque et attend votre accord avant d'écrire.</translation>
    </message>
    <message>
        <source>Use &amp;This Company</source>
        <translation>&amp;Utiliser cette société</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ann&amp;uler</translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>Remove Connection</source>
        <translation>Enlever la connexion</translation>
    </message>
    <message>
        <source>Remove the connection '{name}'?</source>
        <translation>Enlever la connexion « {name} » ?</translation>
    </message>
    <message>
        <source>Nothing is touched in the books or in the job database. SyncDesk only forgets how the two belong together; to connect them again, this would have to be set up anew.</source>
        <translation>Rien n'est touché dans la comptabilité ni dans la base des travaux. SyncDesk oublie seulement comment elles vont ensemble ; pour les relier de nouveau, il faudrait tout reconfigurer.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Careful: what anybody enters here by hand is overwritten by the next run, unasked.</source>
        <translation>Attention : ce que quelqu'un saisit ici à la main est écrasé par l'exécution suivante, sans demander.</translation>
    </message>
    <message>
        <source>Careful: Paid Amount then holds more than the money that came in, credit notes too.</source>
        <translation>Attention : Montant payé contient alors plus que l'argent reçu, les avoirs aussi.</translation>
    </message>
    <message>
        <source>All: drafts and cancelled invoices too</source>
        <translation>Toutes : brouillons et factures annulées aussi</translation>
    </message>
    <message>
        <source>Issued and cancelled ones, no drafts</source>
        <translation>Émises et annulées, pas de brouillons</translation>
    </message>
    <message>
        <source>Issued ones and drafts, no cancelled ones</source>
        <translation>Émises et brouillons, pas d'annulées</translation>
    </message>
    <message>
        <source>Issued ones only</source>
        <translation>Seulement les émises</translation>
    </message>
    <message>
        <source>Ask me: the row waits until I decide</source>
        <translation>Me demander : la ligne attend ma décision</translation>
    </message>
    <message>
        <source>The books win: write their figures</source>
        <translation>La comptabilité l'emporte : écrire ses chiffres</translation>
    </message>
    <message>
        <source>Keep what was changed here, until the books change again</source>
        <translation>Garder ce qui a été changé ici, jusqu'à un nouveau changement en comptabilité</translation>
    </message>
    <message>
        <source>Money only: payments less refunds</source>
        <translation>L'argent seul : paiements moins remboursements</translation>
    </message>
    <message>
        <source>Everything that settles, credit notes too</source>
        <translation>Tout ce qui solde, les avoirs aussi</translation>
    </message>
    <message>
        <source>Yes: the day the total is covered by money and credits</source>
        <translation>Oui : le jour où argent et avoirs couvrent le total</translation>
    </message>
    <message>
        <source>No: the day the total is covered by money alone</source>
        <translation>Non : le jour où l'argent seul couvre le total</translation>
    </message>
    <message>
        <source>Company time &amp;zone:</source>
        <translation>Fu&amp;seau horaire de la société :</translation>
    </message>
    <message>
        <source>Decides when a day begins. Type a part of the name to find it.</source>
        <translation>Décide quand un jour commence. Tapez une partie du nom pour le trouver.</translation>
    </message>
    <message>
        <source>If a figure was changed here:</source>
        <translation>Si un chiffre a été changé ici :</translation>
    </message>
    <message>
        <source>What a run does with a row whose figures are not those it last wrote.</source>
        <translation>Ce qu'une exécution fait d'une ligne dont les chiffres ne sont pas les derniers qu'elle a écrits.</translation>
    </message>
    <message>
        <source>Paid Amount is:</source>
        <translation>Montant payé est :</translation>
    </message>
    <message>
        <source>Credit notes, discounts and write-offs are no money: usually they are shown apart.</source>
        <translation>Avoirs, remises et passages en perte ne sont pas de l'argent : d'habitude ils sont montrés à part.</translation>
    </message>
    <message>
        <source>May credits set Date Paid?</source>
        <translation>Les avoirs peuvent-ils fixer la Date de paiement ?</translation>
    </message>
    <message>
        <source>A credit note can close an invoice without any money. Does that make it paid?</source>
        <translation>Un avoir peut solder une facture sans argent. Est-elle alors payée ?</translation>
    </message>
    <message>
        <source>Invoices to look at:</source>
        <translation>Factures à regarder :</translation>
    </message>
    <message>
        <source>By their status in the books. One written here and cancelled later is taken back anyway.</source>
        <translation>Selon leur état en comptabilité. Celle écrite ici puis annulée est reprise de toute façon.</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Progress of the run</source>
        <translation>Avancement de l'exécution</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>{company}: nothing is written by a preview. You can go on working in the other tabs.</source>
        <translation>{company} : un aperçu n'écrit rien. Vous pouvez continuer à travailler dans les autres onglets.</translation>
    </message>
    <message>
        <source>{company}: you can go on working in the other tabs, and stop at any time.</source>
        <translation>{company} : vous pouvez travailler dans les autres onglets, et arrêter à tout moment.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>encore {left}</translation>
    </message>
    <message>
        <source>It goes on at {time}, in {left}</source>
        <translation>Reprise à {time}, dans {left}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>The row under way is finished first, so that nothing is half written.</source>
        <translation>La ligne en cours est d'abord terminée, pour que rien ne soit écrit à moitié.</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore {time} environ</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>The whole run waits. Nothing was written.</source>
        <translation>Toute l'exécution attend. Rien n'a été écrit.</translation>
    </message>
    <message>
        <source>Check that these are the right books and the right job database. Nothing is lost: the rows below stay due.</source>
        <translation>Vérifiez que ce sont la bonne comptabilité et la bonne base des travaux. Rien n'est perdu : les lignes ci-dessous restent à faire.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write These %n Change(s)</source>
        <translation>
            <numerusform>É&amp;crire ce changement</numerusform>
            <numerusform>É&amp;crire ces %n changements</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been written yet. Untick the rows that should be left out.</source>
        <translation>Rien n'a encore été écrit. Décochez les lignes à laisser de côté.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) would be written.</source>
        <translation>
            <numerusform>%n changement serait écrit.</numerusform>
            <numerusform>%n changements seraient écrits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be written: the job database already agrees with the books.</source>
        <translation>Rien ne serait écrit : la base des travaux concorde déjà avec la comptabilité.</translation>
    </message>
    <message>
        <source>Nothing would be written.</source>
        <translation>Rien ne serait écrit.</translation>
    </message>
    <message>
        <source>Nothing has changed in the books since then. Everything is up to date.</source>
        <translation>Rien n'a changé dans la comptabilité depuis. Tout est à jour.</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) brought up to date.</source>
        <translation>
            <numerusform>%n facture mise à jour.</numerusform>
            <numerusform>%n factures mises à jour.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Rien n'a été écrit.</translation>
    </message>
    <message>
        <source>Nothing had to be written: the job database already agrees with the books.</source>
        <translation>Rien n'avait à être écrit : la base des travaux concorde déjà avec la comptabilité.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Arrêté. Rien n'a été écrit.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n invoice(s) were written.</source>
        <translation>
            <numerusform>Arrêté après l'écriture de %n facture.</numerusform>
            <numerusform>Arrêté après l'écriture de %n factures.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every row is whole. What was not reached stays due for the next run.</source>
        <translation>Chaque ligne est entière. Ce qui n'a pas été atteint reste pour l'exécution suivante.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be brought up to date and will be tried again.</source>
        <translation>
            <numerusform>%n ligne n'a pas pu être mise à jour et sera réessayée.</numerusform>
            <numerusform>%n lignes n'ont pas pu être mises à jour et seront réessayées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait for a person.</source>
        <translation>
            <numerusform>%n ligne attend quelqu'un.</numerusform>
            <numerusform>%n lignes attendent quelqu'un.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) are not in the job database yet.</source>
        <translation>
            <numerusform>%n facture n'est pas encore dans la base des travaux.</numerusform>
            <numerusform>%n factures ne sont pas encore dans la base des travaux.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out and stay due.</source>
        <translation>
            <numerusform>%n ligne a été laissée de côté et reste à faire.</numerusform>
            <numerusform>%n lignes ont été laissées de côté et restent à faire.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Some of your rows, as SyncDesk reads them</source>
        <translation>Quelques-unes de vos lignes, comme SyncDesk les lit</translation>
    </message>
    <message>
        <source>They are shown once table and columns are chosen.</source>
        <translation>Elles apparaissent dès que table et colonnes sont choisies.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The table has no rows yet.</source>
        <translation>La table n'a pas encore de lignes.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) below cannot be read; look at the columns and formats.</source>
        <translation>
            <numerusform>%n ligne ci-dessous est illisible ; regardez les colonnes et les formats.</numerusform>
            <numerusform>%n lignes ci-dessous sont illisibles ; regardez les colonnes et les formats.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do they say what you know of these invoices? What is stored stands in brackets.</source>
        <translation>Disent-elles ce que vous savez de ces factures ? Ce qui est stocké est entre parenthèses.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>Dans la comptabilité</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Montant payé</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Date de paiement</translation>
    </message>
    <message>
        <source>{stored}: cannot be read</source>
        <translation>{stored} : illisible</translation>
    </message>
    <message>
        <source>{text}, stored as {stored}</source>
        <translation>{text}, stocké comme {stored}</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search invoices</source>
        <translation>Chercher des factures</translation>
    </message>
    <message>
        <source>Number or customer, or total&gt;100, state:unpaid, date:2026-01</source>
        <translation>Numéro ou client, ou total&gt;100, state:unpaid, date:2026-01</translation>
    </message>
</context>
<context>
    <name>SearchTab</name>
    <message>
        <source>Export Invoices</source>
        <translation>Exporter les factures</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>{count} invoices were written to {file}.</source>
        <translation>{count} factures ont été écrites dans {file}.</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation>État : {state}</translation>
    </message>
    <message>
        <source>all invoices</source>
        <translation>toutes les factures</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Invoices of the job database</source>
        <translation>Factures de la base des travaux</translation>
    </message>
    <message>
        <source>Expl&amp;ain</source>
        <translation>Expli&amp;quer</translation>
    </message>
    <message>
        <source>Where the figures of the selected invoice come from</source>
        <translation>D'où viennent les chiffres de la facture choisie</translation>
    </message>
    <message>
        <source>Expo&amp;rt…</source>
        <translation>Ex&amp;porter…</translation>
    </message>
    <message>
        <source>{shown} of {all} invoices</source>
        <translation>{shown} factures sur {all}</translation>
    </message>
    <message>
        <source>The job database has {all} invoices. Clear the search and the state to see them.</source>
        <translation>La base des travaux a {all} factures. Videz la recherche et l'état pour les voir.</translation>
    </message>
    <message>
        <source>No invoice fits this search</source>
        <translation>Aucune facture ne correspond à cette recherche</translation>
    </message>
    <message>
        <source>&amp;Clear Search</source>
        <translation>&amp;Vider la recherche</translation>
    </message>
    <message>
        <source>The job database has no invoices</source>
        <translation>La base des travaux n'a pas de factures</translation>
    </message>
    <message>
        <source>The table this connection is set up for has no rows. Settings says which one it is.</source>
        <translation>La table de cette connexion n'a pas de lignes. Les réglages disent laquelle c'est.</translation>
    </message>
    <message>
        <source>Reading all invoices… meanwhile the first {count}</source>
        <translation>Lecture de toutes les factures… en attendant, les {count} premières</translation>
    </message>
    <message>
        <source>Reading the invoices…</source>
        <translation>Lecture des factures…</translation>
    </message>
    <message>
        <source>The invoices cannot be shown</source>
        <translation>Les factures ne peuvent pas être montrées</translation>
    </message>
    <message>
        <source>The message above says what to do.</source>
        <translation>Le message ci-dessus dit quoi faire.</translation>
    </message>
    <message>
        <source>Try Agai&amp;n</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>No company is connected yet</source>
        <translation>Aucune société n'est encore connectée</translation>
    </message>
    <message>
        <source>Add a connection, or try the sample company: both are on the Settings tab.</source>
        <translation>Ajoutez une connexion, ou essayez la société d'exemple : les deux sont dans l'onglet Réglages.</translation>
    </message>
    <message>
        <source>O&amp;pen Settings</source>
        <translation>Ou&amp;vrir les réglages</translation>
    </message>
    <message>
        <source>S&amp;tate:</source>
        <translation>É&amp;tat :</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Cacher</translation>
    </message>
    <message>
        <source>Hide {what}</source>
        <translation>Cacher {what}</translation>
    </message>
    <message>
        <source>Show {what}</source>
        <translation>Montrer {what}</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>Take Up Again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Discard It</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>The unfinished connection was discarded.</source>
        <translation>La connexion inachevée a été abandonnée.</translation>
    </message>
    <message>
        <source>'{name}' was removed. Books and job database were not touched.</source>
        <translation>« {name} » a été enlevée. Comptabilité et base des travaux n'ont pas été touchées.</translation>
    </message>
    <message>
        <source>'{name}' is saved.</source>
        <translation>« {name} » est enregistrée.</translation>
    </message>
    <message>
        <source>'{name}' is connected again. Links and history are as they were.</source>
        <translation>« {name} » est de nouveau connectée. Les liens et l'historique sont comme avant.</translation>
    </message>
    <message>
        <source>{name} is not finished, but set aside until SyncDesk is closed.</source>
        <translation>{name} n'est pas terminée, mais mise de côté jusqu'à la fermeture de SyncDesk.</translation>
    </message>
    <message>
        <source>The changes to {name} are not saved, but set aside.</source>
        <translation>Les changements de {name} ne sont pas enregistrés, mais mis de côté.</translation>
    </message>
</context>
<context>
    <name>SetupCheck</name>
    <message>
        <source>Check Set-up</source>
        <translation>Vérifier la configuration</translation>
    </message>
    <message>
        <source>Check Set-up: {name}</source>
        <translation>Vérifier la configuration : {name}</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Vérifier encore</translation>
    </message>
    <message>
        <source>S&amp;upport File…</source>
        <translation>Fichier d'a&amp;ssistance…</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Ce qui a été regardé</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Books and job database are asked; nothing is written.</source>
        <translation>La comptabilité et la base des travaux sont interrogées ; rien n'est écrit.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>%n chose à corriger</numerusform>
            <numerusform>%n choses à corriger</numerusform>
        </translation>
    </message>
    <message>
        <source>In the order in which they are best seen to. Nothing was written.</source>
        <translation>Dans l'ordre où il vaut mieux s'en occuper. Rien n'a été écrit.</translation>
    </message>
    <message>
        <source>The set-up holds</source>
        <translation>La configuration est bonne</translation>
    </message>
    <message>
        <source>Everything was looked at. Nothing was written.</source>
        <translation>Tout a été regardé. Rien n'a été écrit.</translation>
    </message>
    <message>
        <source>The set-up could not be looked at</source>
        <translation>La configuration n'a pas pu être regardée</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Bon à savoir</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Preview First Run</source>
        <translation>Aperçu de la première exécution</translation>
    </message>
    <message>
        <source>Show Waiting</source>
        <translation>Voir ce qui attend</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>the company</source>
        <translation>la société</translation>
    </message>
    <message>
        <source>Choose the company to go on</source>
        <translation>Choisissez la société pour continuer</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>There is no company that may be read.</source>
        <translation>Aucune société ne peut être lue.</translation>
    </message>
    <message>
        <source>Sign in again as somebody who may see the company's books, and allow access.</source>
        <translation>Connectez-vous comme quelqu'un qui peut voir la comptabilité de la société, et autorisez l'accès.</translation>
    </message>
    <message>
        <source>Your browser could not be opened.</source>
        <translation>Votre navigateur n'a pas pu être ouvert.</translation>
    </message>
    <message>
        <source>Copy the address and open it in a browser yourself.</source>
        <translation>Copiez l'adresse et ouvrez-la vous-même dans un navigateur.</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>SyncDesk only reads: nothing is ever written to your books. If the page of {label} speaks of full access, it is because it offers nothing smaller.</source>
        <translation>SyncDesk ne fait que lire : rien n'est jamais écrit dans votre comptabilité. Si la page de {label} parle d'accès complet, c'est qu'elle n'offre rien de plus petit.</translation>
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>More fields</source>
        <translation>Autres champs</translation>
    </message>
    <message>
        <source>There are no further settings for these books.</source>
        <translation>Il n'y a pas d'autres réglages pour cette comptabilité.</translation>
    </message>
    <message>
        <source>Kept in the password store; fill in to change it</source>
        <translation>Gardé dans le trousseau ; remplissez pour le changer</translation>
    </message>
</context>
<context>
    <name>StartDates</name>
    <message>
        <source>Look for payments changed since</source>
        <translation>Chercher les paiements modifiés depuis</translation>
    </message>
    <message>
        <source>Custom start date</source>
        <translation>Date de départ au choix</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>&amp;Preview</source>
        <translation>A&amp;perçu</translation>
    </message>
    <message>
        <source>Shows what a run would write, and writes nothing</source>
        <translation>Montre ce qu'une exécution écrirait, et n'écrit rien</translation>
    </message>
    <message>
        <source>&amp;Run Sync</source>
        <translation>&amp;Lancer la synchro</translation>
    </message>
    <message>
        <source>Look for payments changed since</source>
        <translation>Chercher les paiements modifiés depuis</translation>
    </message>
    <message>
        <source>Not sure? Choose an early date. Looking at more does no harm, and you can stop at any time.</source>
        <translation>Pas sûr ? Choisissez une date ancienne. Regarder plus ne fait aucun mal, et vous pouvez arrêter à tout moment.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;rrêter</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {here} of {all}: {name}</source>
        <translation>Étape {here} sur {all} : {name}</translation>
    </message>
</context>
<context>
    <name>StorySection</name>
    <message>
        <source>Why this invoice is not syncing</source>
        <translation>Pourquoi cette facture n'est pas synchronisée</translation>
    </message>
    <message>
        <source>Accept &amp;Books</source>
        <translation>Accepter la &amp;comptabilité</translation>
    </message>
    <message>
        <source>Ig&amp;nore</source>
        <translation>Ig&amp;norer</translation>
    </message>
    <message>
        <source>Unlin&amp;k</source>
        <translation>Dé&amp;lier</translation>
    </message>
    <message>
        <source>Kee&amp;p This</source>
        <translation>Gar&amp;der ceci</translation>
    </message>
    <message>
        <source>Ask Agai&amp;n</source>
        <translation>Demander encore</translation>
    </message>
    <message>
        <source>Link by Han&amp;d…</source>
        <translation>&amp;Lier à la main…</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message>
        <source>Runs &amp;work on this invoice (off: only you do)</source>
        <translation>Les exécutions traitent cette facture (sinon : &amp;vous seul)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Runs sync this invoice again.</source>
        <translation>Les exécutions synchronisent de nouveau cette facture.</translation>
    </message>
    <message>
        <source>Runs leave this invoice out.</source>
        <translation>Les exécutions laissent cette facture de côté.</translation>
    </message>
    <message>
        <source>Linked to the invoice {number}. Sync writes its figures.</source>
        <translation>Liée à la facture {number}. La synchro écrit ses chiffres.</translation>
    </message>
    <message>
        <source>Unlinked. The figures in this row stay as they are.</source>
        <translation>Déliée. Les chiffres de cette ligne restent comme ils sont.</translation>
    </message>
    <message>
        <source>Looking at the books and at this row…</source>
        <translation>La comptabilité et cette ligne sont regardées…</translation>
    </message>
    <message>
        <source>Sync started</source>
        <translation>Synchro commencée</translation>
    </message>
    <message>
        <source>A run is under way. This invoice waits and is taken up next.</source>
        <translation>Une exécution est en cours. Cette facture attend et vient ensuite.</translation>
    </message>
    <message>
        <source>What was asked for meanwhile is done.</source>
        <translation>Ce qui a été demandé entre-temps est fait.</translation>
    </message>
    <message>
        <source>Not synced.</source>
        <translation>Non synchronisée.</translation>
    </message>
    <message>
        <source>Synced: the row was brought up to date.</source>
        <translation>Synchronisée : la ligne a été mise à jour.</translation>
    </message>
    <message>
        <source>Synced: the row was right already.</source>
        <translation>Synchronisée : la ligne était déjà juste.</translation>
    </message>
    <message>
        <source>Not everything that was asked for meanwhile could be synced: see Failed in the list.</source>
        <translation>Tout ce qui a été demandé n'a pas pu être synchronisé : voir Échec dans la liste.</translation>
    </message>
    <message>
        <source>Stopped. The row is as it was, or whole.</source>
        <translation>Arrêté. La ligne est comme avant, ou entière.</translation>
    </message>
    <message>
        <source>Say which invoice of the books belongs to this row.</source>
        <translation>Dire quelle facture de la comptabilité va avec cette ligne.</translation>
    </message>
    <message>
        <source>Take this row and its invoice of the books apart. The figures stay as they are.</source>
        <translation>Séparer cette ligne de sa facture de la comptabilité. Les chiffres restent comme ils sont.</translation>
    </message>
    <message>
        <source>Look at the books now and bring this one row up to date.</source>
        <translation>Regarder maintenant la comptabilité et mettre à jour cette seule ligne.</translation>
    </message>
    <message>
        <source>Syn&amp;c</source>
        <translation>&amp;Synchroniser</translation>
    </message>
    <message>
        <source>Resyn&amp;c</source>
        <translation>Re&amp;synchroniser</translation>
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation>R&amp;éessayer</translation>
    </message>
</context>
<context>
    <name>SupportFile</name>
    <message>
        <source>Support File</source>
        <translation>Fichier d'assistance</translation>
    </message>
    <message>
        <source>This is all that would be saved: versions, settings, checks, the latest runs, the end of the log. Passwords and tokens are removed. Take out what nobody else should read. Nothing is sent by itself.</source>
        <translation>Voici tout ce qui serait enregistré : versions, réglages, vérifications, dernières exécutions, fin du journal. Mots de passe et jetons sont enlevés. Retirez ce que personne d'autre ne doit lire. Rien n'est envoyé tout seul.</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Fichier d'assistance</translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation>Collecte…</translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation>Tout &amp;copier</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Enregistrer…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Save Support File</source>
        <translation>Enregistrer le fichier d'assistance</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Enregistré sous {file}.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy Rows</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Copy Cell</source>
        <translation>Copier la cellule</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Shows only these rows</source>
        <translation>Ne montre que ces lignes</translation>
    </message>
</context>
<context>
    <name>TokenPage</name>
    <message>
        <source>Use a refresh token</source>
        <translation>Utiliser un jeton d'actualisation</translation>
    </message>
    <message>
        <source>Use I&amp;t</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>It is tried at once and kept in this computer's password store. From then on SyncDesk renews it; if another program used the same token, one of the two would be locked out.</source>
        <translation>Il est essayé tout de suite et gardé dans le trousseau de cet ordinateur. Ensuite SyncDesk le renouvelle ; si un autre programme utilisait le même jeton, l'un des deux serait exclu.</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Jeton d'actualisation</translation>
    </message>
    <message>
        <source>R&amp;efresh token:</source>
        <translation>&amp;Jeton d'actualisation :</translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>More currencies: {count}</source>
        <translation>Autres devises : {count}</translation>
    </message>
    <message>
        <source>No currency</source>
        <translation>Sans devise</translation>
    </message>
    <message>
        <source>{currency} (invoices: {count})</source>
        <translation>{currency} (factures : {count})</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>{sum} (not known: {count})</source>
        <translation>{sum} (inconnus : {count})</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open SyncDesk</source>
        <translation>Ouvrir SyncDesk</translation>
    </message>
    <message>
        <source>Run Sync</source>
        <translation>Lancer la synchro</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>UndoPanel</name>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;rrêter</translation>
    </message>
    <message>
        <source>Rows of the undo</source>
        <translation>Lignes de l'annulation</translation>
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation>Raison de la ligne actuelle</translation>
    </message>
    <message>
        <source>Looking at the rows of the run…</source>
        <translation>Les lignes de l'exécution sont regardées…</translation>
    </message>
    <message>
        <source>Putting rows back…</source>
        <translation>Remise en place des lignes…</translation>
    </message>
    <message>
        <source>Nothing was put back.</source>
        <translation>Rien n'a été remis en place.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will not be touched: see the reason.</source>
        <translation>
            <numerusform>%n ligne ne sera pas touchée : voir la raison.</numerusform>
            <numerusform>%n lignes ne seront pas touchées : voir la raison.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo: Put %n Row(s) Back</source>
        <translation>
            <numerusform>A&amp;nnuler : remettre %n ligne</numerusform>
            <numerusform>A&amp;nnuler : remettre %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Ann&amp;uler</translation>
    </message>
    <message>
        <source>What is put back then waits until you start a run; automatic runs leave it alone.</source>
        <translation>Ce qui est remis attend ensuite que vous lanciez une exécution ; les automatiques n'y touchent pas.</translation>
    </message>
    <message>
        <source>Nothing can be put back.</source>
        <translation>Rien ne peut être remis en place.</translation>
    </message>
    <message>
        <source>Take the undo of {when} back?</source>
        <translation>Reprendre l'annulation du {when} ?</translation>
    </message>
    <message>
        <source>Undo the run of {when}?</source>
        <translation>Annuler l'exécution du {when} ?</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) put back.</source>
        <translation>
            <numerusform>%n ligne remise en place.</numerusform>
            <numerusform>%n lignes remises en place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not touched.</source>
        <translation>
            <numerusform>%n ligne non touchée.</numerusform>
            <numerusform>%n lignes non touchées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. {rest}</source>
        <translation>Arrêté. {rest}</translation>
    </message>
    <message>
        <source>What was put back waits until you start a run. This undo can itself be undone.</source>
        <translation>Ce qui a été remis attend que vous lanciez une exécution. Cette annulation peut elle-même être annulée.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fermer</translation>
    </message>
</context>
<context>
    <name>UpdateResults</name>
    <message>
        <source>Write &amp;Anyway…</source>
        <translation>Écrire &amp;quand même…</translation>
    </message>
    <message>
        <source>Reco&amp;nnect</source>
        <translation>&amp;Reconnecter</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Rows of this run</source>
        <translation>Lignes de cette exécution</translation>
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation>Raison de la ligne actuelle</translation>
    </message>
    <message>
        <source>No invoice changed in the books since the start date.</source>
        <translation>Aucune facture n'a changé dans la comptabilité depuis la date de départ.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Aucune ligne</translation>
    </message>
    <message>
        <source>{result}: no rows</source>
        <translation>{result} : aucune ligne</translation>
    </message>
    <message>
        <source>No invoice of this run ended up here.</source>
        <translation>Aucune facture de cette exécution n'a fini ici.</translation>
    </message>
    <message>
        <source>Show All Rows</source>
        <translation>Montrer toutes les lignes</translation>
    </message>
    <message numerus="yes">
        <source>S&amp;ee %n Waiting Row(s)</source>
        <translation>
            <numerusform>&amp;Voir %n ligne en attente</numerusform>
            <numerusform>&amp;Voir %n lignes en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateTab</name>
    <message>
        <source>Write anyway?</source>
        <translation>Écrire quand même ?</translation>
    </message>
    <message>
        <source>If the books are right, go on: what they say is written. It can be undone in History. If they are not, for example after a restored backup, put them right first.</source>
        <translation>Si la comptabilité est juste, continuez : ce qu'elle dit est écrit. Cela peut être annulé dans l'historique. Sinon, par exemple après une sauvegarde restaurée, corrigez-la d'abord.</translation>
    </message>
    <message>
        <source>Write Anyway</source>
        <translation>Écrire quand même</translation>
    </message>
    <message>
        <source>Leave As It Is</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Preview started</source>
        <translation>Aperçu commencé</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>Exécution commencée</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Nothing was written. What was not reached stays due for the next run.</source>
        <translation>Rien n'a été écrit. Ce qui n'a pas été atteint reste pour l'exécution suivante.</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Pas encore de connexion</translation>
    </message>
    <message>
        <source>A connection pairs your books with your job database. Nothing runs without one.</source>
        <translation>Une connexion relie votre comptabilité à votre base des travaux. Rien ne s'exécute sans elle.</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>Rien n'a encore été écrit</translation>
    </message>
    <message>
        <source>Press Run Sync. The first run shows what it would write, and waits for your word.</source>
        <translation>Appuyez sur Lancer la synchro. La première exécution montre ce qu'elle écrirait, et attend votre accord.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Choose a start date and press Run Sync. Nothing is read or written before that.</source>
        <translation>Choisissez une date de départ et appuyez sur Lancer la synchro. Rien n'est lu ni écrit avant.</translation>
    </message>
</context>
<context>
    <name>VersionBox</name>
    <message>
        <source>New Version</source>
        <translation>Nouvelle version</translation>
    </message>
    <message>
        <source>Look &amp;once a day</source>
        <translation>Vérifier une &amp;fois par jour</translation>
    </message>
    <message>
        <source>Open &amp;Download Page</source>
        <translation>Ouvrir la page de &amp;téléchargement</translation>
    </message>
    <message>
        <source>&amp;Skip This Version</source>
        <translation>&amp;Ignorer cette version</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>Vérifier à n&amp;ouveau</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>SyncDesk {version} is available</source>
        <translation>SyncDesk {version} est disponible</translation>
    </message>
    <message>
        <source>You have {this}. The page says what is new and has the download. Install it while SyncDesk is closed; settings and history stay.</source>
        <translation>Vous avez la version {this}. La page présente les nouveautés et le téléchargement. Installez-la quand SyncDesk est fermé ; les réglages et l'historique restent.</translation>
    </message>
    <message>
        <source>This is the newest version</source>
        <translation>C'est la version la plus récente</translation>
    </message>
    <message>
        <source>You have SyncDesk {this}.</source>
        <translation>Vous avez SyncDesk {this}.</translation>
    </message>
    <message>
        <source>Updates come by themselves</source>
        <translation>Les mises à jour se font d'elles-mêmes</translation>
    </message>
    <message>
        <source>You have SyncDesk {this}. What it was installed with keeps it up to date.</source>
        <translation>Vous avez SyncDesk {this}. Ce qui l'a installé le tient à jour.</translation>
    </message>
    <message>
        <source>This copy cannot look for newer versions</source>
        <translation>Cet exemplaire ne peut pas chercher de nouvelles versions</translation>
    </message>
    <message>
        <source>You have SyncDesk {this}. Nobody said where newer ones are published when it was built; whoever gave it to you knows.</source>
        <translation>Vous avez SyncDesk {this}. Personne n'a indiqué à sa création où paraissent les nouvelles versions ; la personne qui vous l'a donné le sait.</translation>
    </message>
    <message>
        <source>It asks {host} for the number of the newest version. Nothing of yours is sent, and nothing is installed by itself.</source>
        <translation>Il demande à {host} le numéro de la version la plus récente. Rien de vos données n'est envoyé, et rien n'est installé de soi-même.</translation>
    </message>
    <message>
        <source>Last looked: {when}.</source>
        <translation>Dernière vérification : {when}.</translation>
    </message>
</context>
<context>
    <name>VersionWatch</name>
    <message>
        <source>Restart SyncDesk</source>
        <translation>Redémarrer SyncDesk</translation>
    </message>
    <message>
        <source>SyncDesk {version} is available</source>
        <translation>SyncDesk {version} est disponible</translation>
    </message>
    <message>
        <source>SyncDesk was updated while it was open</source>
        <translation>SyncDesk a été mis à jour pendant qu'il était ouvert</translation>
    </message>
    <message>
        <source>Restart it to go on: until then nothing is written.</source>
        <translation>Redémarrez-le pour continuer : d'ici là, rien n'est écrit.</translation>
    </message>
</context>
<context>
    <name>ViewInBooks</name>
    <message>
        <source>the books</source>
        <translation>la comptabilité</translation>
    </message>
    <message>
        <source>View in {label}</source>
        <translation>Voir dans {label}</translation>
    </message>
    <message>
        <source>{label} gives this invoice no address that a browser could open.</source>
        <translation>{label} ne donne à cette facture aucune adresse qu'un navigateur puisse ouvrir.</translation>
    </message>
    <message>
        <source>Your browser could not be opened. The address is {address}</source>
        <translation>Votre navigateur n'a pas pu être ouvert. L'adresse est {address}</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Searches under a name: those given, and your own</source>
        <translation>Des recherches sous un nom : les données, et les vôtres</translation>
    </message>
    <message>
        <source>Keep This Search</source>
        <translation>Garder cette recherche</translation>
    </message>
    <message>
        <source>Name of the view for '{query}':</source>
        <translation>Nom de la vue pour « {query} » :</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>'{name}' is there for everybody. Choose another name.</source>
        <translation>« {name} » existe pour tout le monde. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>The search is kept as '{name}'.</source>
        <translation>La recherche est gardée sous « {name} ».</translation>
    </message>
    <message>
        <source>Keep This Search…</source>
        <translation>Garder cette recherche…</translation>
    </message>
    <message>
        <source>Drop a View</source>
        <translation>Supprimer une vue</translation>
    </message>
    <message>
        <source>The view '{name}' is dropped.</source>
        <translation>La vue « {name} » est supprimée.</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Give U&amp;p</source>
        <translation>&amp;Abandonner</translation>
    </message>
    <message>
        <source>No page opened? This is its address:</source>
        <translation>Aucune page ne s'est ouverte ? Voici son adresse :</translation>
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation>En attente de votre navigateur…</translation>
    </message>
    <message>
        <source>Sign in at {label} and allow access. This page goes on by itself.</source>
        <translation>Connectez-vous à {label} et autorisez l'accès. Cette page continue d'elle-même.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>{label} is being asked.</source>
        <translation>{label} est interrogé.</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message>
        <source>Your browser could not be opened. Open this address in it yourself:</source>
        <translation>Votre navigateur n'a pas pu être ouvert. Ouvrez vous-même cette adresse :</translation>
    </message>
</context>
<context>
    <name>WaitingTab</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Ce qui attend</translation>
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation>Raison de la ligne actuelle</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>A&amp;ccepter</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>Gar&amp;der</translation>
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation>Re&amp;prendre</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>Rée&amp;ssayer</translation>
    </message>
    <message>
        <source>Try again now, whether it is due or not.</source>
        <translation>Réessayer maintenant, que ce soit l'heure ou non.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Ignor&amp;e</source>
        <translation>Ig&amp;norer</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Kept or ignored</source>
        <translation>Gardé ou ignoré</translation>
    </message>
    <message>
        <source>Invoice, customer or reason</source>
        <translation>Facture, client ou raison</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>Mon&amp;trer :</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>Ch&amp;ercher :</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Pas encore de connexion</translation>
    </message>
    <message>
        <source>What waits is listed here once there is a connection.</source>
        <translation>Ce qui attend apparaît ici dès qu'il y a une connexion.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of other kinds, or without these words.</source>
        <translation>
            <numerusform>%n ligne d'un autre genre, ou sans ces mots.</numerusform>
            <numerusform>%n lignes d'un autre genre, ou sans ces mots.</numerusform>
        </translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Show Everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Every invoice that was found has been dealt with.</source>
        <translation>Chaque facture trouvée a été traitée.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Rien n'attend</translation>
    </message>
    <message>
        <source>Looking at the books and the rows once more…</source>
        <translation>La comptabilité et les lignes sont regardées encore une fois…</translation>
    </message>
    <message>
        <source>Nothing waits there any more.</source>
        <translation>Plus rien n'attend ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written.</source>
        <translation>
            <numerusform>%n ligne écrite.</numerusform>
            <numerusform>%n lignes écrites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left as they are.</source>
        <translation>
            <numerusform>%n ligne laissée telle quelle.</numerusform>
            <numerusform>%n lignes laissées telles quelles.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) still wait.</source>
        <translation>
            <numerusform>%n ligne attend encore.</numerusform>
            <numerusform>%n lignes attendent encore.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be written.</source>
        <translation>Rien n'avait à être écrit.</translation>
    </message>
    <message>
        <source>Nothing was answered.</source>
        <translation>Rien n'a été répondu.</translation>
    </message>
    <message>
        <source>Stopped. What was not reached waits on.</source>
        <translation>Arrêté. Ce qui n'a pas été atteint attend encore.</translation>
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>&amp;Sign In with Your Browser</source>
        <translation>&amp;Se connecter avec votre navigateur</translation>
    </message>
    <message>
        <source>&amp;Paste the Address Instead</source>
        <translation>C&amp;oller plutôt l'adresse</translation>
    </message>
    <message>
        <source>I Have a Refresh Toke&amp;n</source>
        <translation>J'ai un &amp;jeton d'actualisation</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>Autres moyens</translation>
    </message>
    <message>
        <source>For a browser on another computer, or one that ends at a page that cannot be shown.</source>
        <translation>Pour un navigateur sur un autre ordinateur, ou qui finit à une page qui ne s'affiche pas.</translation>
    </message>
    <message>
        <source>For those who were given one, made for the same client ID.</source>
        <translation>Pour qui en a reçu un, fait pour le même identifiant client.</translation>
    </message>
    <message>
        <source>The page of {label} opens. Sign in there, allow access, and come back.</source>
        <translation>La page de {label} s'ouvre. Connectez-vous, autorisez l'accès, et revenez.</translation>
    </message>
</context>
<context>
    <name>ZoneChoice</name>
    <message>
        <source>This computer's time zone ({zone})</source>
        <translation>Fuseau horaire de cet ordinateur ({zone})</translation>
    </message>
</context>
<context>
    <name>_CalendarPopup</name>
    <message>
        <source>Choose a day</source>
        <translation>Choisir un jour</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>The last success was %n day(s) ago.</source>
        <translation>
            <numerusform>Le dernier succès date de %n jour.</numerusform>
            <numerusform>Le dernier succès date de %n jours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait for a person.</source>
        <translation>
            <numerusform>%n ligne attend quelqu'un.</numerusform>
            <numerusform>%n lignes attendent quelqu'un.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n facture</numerusform>
            <numerusform>%n factures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) without a known balance are not in the charts.</source>
        <translation>
            <numerusform>%n facture sans solde connu n'est pas dans les graphiques.</numerusform>
            <numerusform>%n factures sans solde connu ne sont pas dans les graphiques.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: nobody is signed in to the books.</source>
        <translation>{name} : personne n'est connecté à la comptabilité.</translation>
    </message>
    <message>
        <source>No run can read them until somebody is.</source>
        <translation>Aucune exécution ne peut la lire tant que personne ne l'est.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>It is tried again at {when}.</source>
        <translation>Nouvel essai à {when}.</translation>
    </message>
    <message>
        <source>{name}: automatic runs do not succeed.</source>
        <translation>{name} : les exécutions automatiques échouent.</translation>
    </message>
    <message>
        <source>Show History</source>
        <translation>Voir l'historique</translation>
    </message>
    <message>
        <source>{name}: the last run failed.</source>
        <translation>{name} : la dernière exécution a échoué.</translation>
    </message>
    <message>
        <source>{name}: a whole run waits for your word.</source>
        <translation>{name} : toute une exécution attend votre accord.</translation>
    </message>
    <message>
        <source>It wrote nothing, on {when}.</source>
        <translation>Elle n'a rien écrit, le {when}.</translation>
    </message>
    <message>
        <source>Look at It</source>
        <translation>La regarder</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n row(s) waiting.</source>
        <translation>
            <numerusform>{name} : %n ligne en attente.</numerusform>
            <numerusform>{name} : %n lignes en attente.</numerusform>
        </translation>
    </message>
    <message>
        <source>For your answer, or for a cure that they name.</source>
        <translation>De votre réponse, ou du remède qu'elles nomment.</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>{name}: nothing has been written yet.</source>
        <translation>{name} : rien n'a encore été écrit.</translation>
    </message>
    <message>
        <source>The first run shows what it would write, and waits for your word.</source>
        <translation>La première exécution montre ce qu'elle écrirait, et attend votre accord.</translation>
    </message>
    <message>
        <source>Preview It</source>
        <translation>Voir l'aperçu</translation>
    </message>
    <message>
        <source>{name}: automatic runs are paused.</source>
        <translation>{name} : les exécutions automatiques sont en pause.</translation>
    </message>
    <message>
        <source>Its schedule is kept. Run Sync works all the same.</source>
        <translation>L'horaire est gardé. Lancer la synchro marche quand même.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Ouvrir les réglages</translation>
    </message>
    <message numerus="yes">
        <source>{name}: the last success was %n day(s) ago.</source>
        <translation>
            <numerusform>{name} : le dernier succès date de %n jour.</numerusform>
            <numerusform>{name} : le dernier succès date de %n jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures may be out of date.</source>
        <translation>Les chiffres ne sont peut-être plus à jour.</translation>
    </message>
    <message>
        <source>Run Sync</source>
        <translation>Lancer la synchro</translation>
    </message>
</context>
<context>
    <name>assistant</name>
    <message>
        <source>Still to fill in: {fields}</source>
        <translation>Encore à remplir : {fields}</translation>
    </message>
</context>
<context>
    <name>automatic</name>
    <message>
        <source>It is tried again at {when}.</source>
        <translation>Nouvel essai à {when}.</translation>
    </message>
    <message>
        <source>The automatic run of {name} did not succeed.</source>
        <translation>L'exécution automatique de {name} n'a pas réussi.</translation>
    </message>
    <message>
        <source>Nothing runs by itself here. Figures may be out of date.</source>
        <translation>Rien ne s'exécute tout seul ici. Les chiffres ne sont peut-être plus à jour.</translation>
    </message>
    <message>
        <source>Automatic runs are paused in Settings. Figures may be out of date.</source>
        <translation>Les exécutions automatiques sont en pause dans les réglages. Les chiffres ne sont peut-être plus à jour.</translation>
    </message>
    <message>
        <source>Automatic runs were missed or did not succeed. See History.</source>
        <translation>Des exécutions automatiques ont été manquées ou ont échoué. Voir l'historique.</translation>
    </message>
    <message>
        <source>Automatic runs are paused</source>
        <translation>Les exécutions automatiques sont en pause</translation>
    </message>
    <message>
        <source>Automatic runs begin after your first run</source>
        <translation>Les exécutions automatiques commencent après votre première exécution</translation>
    </message>
    <message>
        <source>Next automatic run: {when}</source>
        <translation>Prochaine exécution automatique : {when}</translation>
    </message>
    <message>
        <source>{name} needs you.</source>
        <translation>{name} a besoin de vous.</translation>
    </message>
    <message>
        <source>The automatic run wrote nothing and waits for your word.</source>
        <translation>L'exécution automatique n'a rien écrit et attend votre accord.</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Montant payé</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Date de paiement</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>was {old}, becomes {new}</source>
        <translation>était {old}, devient {new}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Changed here</source>
        <translation>Changé ici</translation>
    </message>
    <message>
        <source>Credits counted as paid</source>
        <translation>Avoirs comptés comme payés</translation>
    </message>
    <message>
        <source>Other total</source>
        <translation>Autre total</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>Autre client</translation>
    </message>
    <message>
        <source>Other currency</source>
        <translation>Autre devise</translation>
    </message>
    <message>
        <source>Two rows for one number</source>
        <translation>Deux lignes pour un numéro</translation>
    </message>
    <message>
        <source>Two invoices for one row</source>
        <translation>Deux factures pour une ligne</translation>
    </message>
    <message>
        <source>Deleted in the books</source>
        <translation>Supprimée dans la comptabilité</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Attend</translation>
    </message>
    <message>
        <source>Not in the job database</source>
        <translation>Pas dans la base des travaux</translation>
    </message>
    <message>
        <source>Not in the books</source>
        <translation>Pas dans la comptabilité</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>Pas encore écrit</translation>
    </message>
    <message>
        <source>Left as it is, as decided</source>
        <translation>Laissé tel quel, comme décidé</translation>
    </message>
    <message>
        <source>Other number</source>
        <translation>Autre numéro</translation>
    </message>
    <message>
        <source>Not ours by the number rule</source>
        <translation>Pas à nous d'après la règle des numéros</translation>
    </message>
    <message>
        <source>No invoice</source>
        <translation>Pas une facture</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Rien à payer</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Concorde</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Datée</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Comptabilité</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Base des travaux</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Date de la facture</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Cause</translation>
    </message>
    <message>
        <source>Total (books)</source>
        <translation>Total (comptabilité)</translation>
    </message>
    <message>
        <source>Total (job database)</source>
        <translation>Total (base des travaux)</translation>
    </message>
    <message>
        <source>Paid Amount (books)</source>
        <translation>Montant payé (comptabilité)</translation>
    </message>
    <message>
        <source>Paid Amount (job database)</source>
        <translation>Montant payé (base des travaux)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Date Paid (books)</source>
        <translation>Date de paiement (comptabilité)</translation>
    </message>
    <message>
        <source>Date Paid (job database)</source>
        <translation>Date de paiement (base des travaux)</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Crédité</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Restant dû</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Somme</translation>
    </message>
    <message>
        <source>All causes</source>
        <translation>Toutes les causes</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Comparaison</translation>
    </message>
    <message>
        <source>invoices dated {first} to {last}</source>
        <translation>factures datées du {first} au {last}</translation>
    </message>
    <message>
        <source>invoices dated {first} or later</source>
        <translation>factures datées du {first} ou après</translation>
    </message>
    <message>
        <source>invoices dated up to {last}</source>
        <translation>factures datées jusqu'au {last}</translation>
    </message>
    <message>
        <source>all invoices</source>
        <translation>toutes les factures</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Paid in the books</source>
        <translation>Payé dans la comptabilité</translation>
    </message>
    <message>
        <source>Paid in the job database</source>
        <translation>Payé dans la base des travaux</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Sommes</translation>
    </message>
</context>
<context>
    <name>declared</name>
    <message>
        <source>A GnuCash book keeps no record of when a payment was entered or changed. A change therefore counts from the moment SyncDesk first saw it; the first run looks at every invoice.</source>
        <translation>Un livre GnuCash ne note pas quand un paiement a été saisi ou changé. Un changement compte donc à partir du moment où SyncDesk l'a vu ; la première exécution regarde chaque facture.</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse du service</translation>
    </message>
    <message>
        <source>Address of the sign-in</source>
        <translation>Adresse de connexion</translation>
    </message>
    <message>
        <source>Beside the client ID in the developer portal. It stays in this computer's password store.</source>
        <translation>À côté de l'identifiant client dans le portail des développeurs. Il reste dans le trousseau de cet ordinateur.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Identifiant client</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Company ID</source>
        <translation>Identifiant de la société</translation>
    </message>
    <message>
        <source>Exactly as registered with your app. The default suits development keys; production keys need an https:// address: its page hands on to this computer, or you paste the address at which the browser ended.</source>
        <translation>Exactement comme enregistrée avec votre application. La valeur par défaut convient aux clés de développement ; les clés de production demandent une adresse https:// : sa page renvoie à cet ordinateur, ou vous collez l'adresse où le navigateur a fini.</translation>
    </message>
    <message>
        <source>Filled in by signing in. QuickBooks shows it under Account and settings &gt; Billing.</source>
        <translation>Rempli par la connexion. QuickBooks le montre sous Compte et paramètres &gt; Facturation.</translation>
    </message>
    <message>
        <source>Filled in by signing in: Xero's id of the organisation that is read.</source>
        <translation>Rempli par la connexion : l'identifiant Xero de l'organisation lue.</translation>
    </message>
    <message>
        <source>GnuCash book</source>
        <translation>Livre GnuCash</translation>
    </message>
    <message>
        <source>GnuCash books (*.gnucash *.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>Livres GnuCash (*.gnucash *.sqlite *.sqlite3 *.db);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Intuit's own unless a token service of your company stands in for it.</source>
        <translation>Celle d'Intuit, sauf si un service de jetons de votre société la remplace.</translation>
    </message>
    <message>
        <source>Of an app of the kind 'Auth code with PKCE' in Xero's developer portal (developer.xero.com), with http://localhost:8742/callback among its redirect addresses. Such an app has no secret.</source>
        <translation>D'une application du type « Auth code with PKCE » dans le portail des développeurs de Xero (developer.xero.com), avec http://localhost:8742/callback parmi ses adresses de redirection. Une telle application n'a pas de secret.</translation>
    </message>
    <message>
        <source>Of your own app in Intuit's developer portal (developer.intuit.com), under Keys &amp; credentials. The app needs the permission 'Accounting'; SyncDesk only reads.</source>
        <translation>De votre propre application dans le portail des développeurs d'Intuit (developer.intuit.com), sous Keys &amp; credentials. Elle demande l'autorisation « Accounting » ; SyncDesk ne fait que lire.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Adresse de redirection</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Autorisations</translation>
    </message>
    <message>
        <source>The file in which GnuCash keeps the book, saved in the sqlite3 format (File &gt; Save As).</source>
        <translation>Le fichier où GnuCash garde le livre, enregistré au format sqlite3 (Fichier &gt; Enregistrer sous).</translation>
    </message>
    <message>
        <source>There is no earlier successful run yet.</source>
        <translation>Il n'y a pas encore d'exécution réussie.</translation>
    </message>
    <message>
        <source>What the app asks for. An app made before March 2026 may need accounting.transactions.read in place of the two for invoices and payments.</source>
        <translation>Ce que l'application demande. Une application créée avant mars 2026 peut avoir besoin de accounting.transactions.read à la place des deux pour factures et paiements.</translation>
    </message>
    <message>
        <source>With development keys: https://sandbox-quickbooks.api.intuit.com</source>
        <translation>Avec des clés de développement : https://sandbox-quickbooks.api.intuit.com</translation>
    </message>
    <message>
        <source>Xero's own unless something stands in for it.</source>
        <translation>Celle de Xero, sauf si quelque chose la remplace.</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>Total of the invoice</source>
        <translation>Total de la facture</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Restant dû</translation>
    </message>
    <message>
        <source>less Paid Amount</source>
        <translation>moins Montant payé</translation>
    </message>
    <message>
        <source>less credited (no money)</source>
        <translation>moins crédité (pas d'argent)</translation>
    </message>
    <message>
        <source>paid too much</source>
        <translation>payé en trop</translation>
    </message>
    <message>
        <source>credits do not close invoices here</source>
        <translation>les avoirs ne soldent pas les factures ici</translation>
    </message>
    <message>
        <source>rounding, counts as paid</source>
        <translation>arrondi, compte comme payé</translation>
    </message>
    <message>
        <source>cancelled: nothing is due</source>
        <translation>annulée : rien n'est dû</translation>
    </message>
    <message>
        <source>a draft: nothing is due yet</source>
        <translation>brouillon : rien n'est encore dû</translation>
    </message>
    <message>
        <source>Date Paid is {day}, the day the books themselves state.</source>
        <translation>La Date de paiement est {day}, le jour que la comptabilité donne elle-même.</translation>
    </message>
    <message>
        <source>Date Paid is {day}, the invoice's own date: it was paid before, but no earlier day counts.</source>
        <translation>La Date de paiement est {day}, la date même de la facture : elle était payée avant, mais aucun jour antérieur ne compte.</translation>
    </message>
    <message>
        <source>Date Paid is {day}: on that day the total was covered, and it has been ever since.</source>
        <translation>La Date de paiement est {day} : ce jour-là le total était couvert, et il l'est resté.</translation>
    </message>
    <message>
        <source>It had been covered before, but was opened again by a later movement.</source>
        <translation>Il avait été couvert avant, mais rouvert par un mouvement ultérieur.</translation>
    </message>
    <message>
        <source>Date Paid is empty: the invoice is cancelled.</source>
        <translation>La Date de paiement est vide : la facture est annulée.</translation>
    </message>
    <message>
        <source>Date Paid is empty: the invoice is still a draft.</source>
        <translation>La Date de paiement est vide : la facture est encore un brouillon.</translation>
    </message>
    <message>
        <source>Date Paid is empty: there was nothing to pay.</source>
        <translation>La Date de paiement est vide : il n'y avait rien à payer.</translation>
    </message>
    <message>
        <source>Date Paid is empty: {amount} is still outstanding.</source>
        <translation>La Date de paiement est vide : {amount} reste dû.</translation>
    </message>
    <message>
        <source>The books contradict themselves: {what}</source>
        <translation>La comptabilité se contredit : {what}</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>CSV, commas, 1234.50 (*.csv)</source>
        <translation>CSV, virgules, 1234.50 (*.csv)</translation>
    </message>
    <message>
        <source>CSV, semicolons, 1234,50 (*.csv)</source>
        <translation>CSV, points-virgules, 1234,50 (*.csv)</translation>
    </message>
    <message>
        <source>CSV, semicolons, 1234.50 (*.csv)</source>
        <translation>CSV, points-virgules, 1234.50 (*.csv)</translation>
    </message>
    <message>
        <source>Text, tabs, 1234.50 (*.txt)</source>
        <translation>Texte, tabulations, 1234.50 (*.txt)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF, to print or send (*.pdf)</source>
        <translation>PDF, à imprimer ou envoyer (*.pdf)</translation>
    </message>
    <message>
        <source>Company: {name}</source>
        <translation>Société : {name}</translation>
    </message>
    <message>
        <source>Shown: {filter}</source>
        <translation>Montré : {filter}</translation>
    </message>
    <message>
        <source>Made by SyncDesk on {when} ({zone})</source>
        <translation>Fait par SyncDesk le {when} ({zone})</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Started</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Trouvées</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Ordinateur</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Montant payé</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Date de paiement</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Set off by</source>
        <translation>Déclenché par</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
</context>
<context>
    <name>link</name>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>client</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Identiques</translation>
    </message>
</context>
<context>
    <name>movements</name>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Remboursement</translation>
    </message>
    <message>
        <source>Prepayment</source>
        <translation>Acompte</translation>
    </message>
    <message>
        <source>Change given</source>
        <translation>Monnaie rendue</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Avoir</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Remise</translation>
    </message>
    <message>
        <source>Write-off</source>
        <translation>Passage en perte</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Not yet: pending</source>
        <translation>Pas encore : en suspens</translation>
    </message>
    <message>
        <source>No: not money</source>
        <translation>Non : pas d'argent</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>To write</source>
        <translation>À écrire</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Écrites</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Inchangées</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorées</translation>
    </message>
    <message>
        <source>Unmatched</source>
        <translation>Sans correspondance</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>Amount</source>
        <translation>Montant</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Factures</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Ne marche pas</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>A besoin de vous</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Pas commencé</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Plus à jour</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>En ordre</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Société</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Comptabilité</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Dernier succès</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernière exécution</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Prochaine exécution</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>over {days}</source>
        <translation>plus de {days}</translation>
    </message>
</context>
<context>
    <name>permission</name>
    <message>
        <source>Nobody is signed in to the books of {name}.</source>
        <translation>Personne n'est connecté à la comptabilité de {name}.</translation>
    </message>
    <message>
        <source>Reconnect before the next run. Links and history stay as they are.</source>
        <translation>Reconnectez avant la prochaine exécution. Les liens et l'historique restent.</translation>
    </message>
    <message>
        <source>The permission to read the books of {name} has ended.</source>
        <translation>L'autorisation de lire la comptabilité de {name} est terminée.</translation>
    </message>
    <message>
        <source>It ended on {day}. Reconnect: links and history stay as they are.</source>
        <translation>Elle a pris fin le {day}. Reconnectez : les liens et l'historique restent.</translation>
    </message>
    <message>
        <source>The permission to read the books of {name} ends {when}.</source>
        <translation>L'autorisation de lire la comptabilité de {name} prend fin {when}.</translation>
    </message>
    <message>
        <source>It ends for good on {day}. Reconnect before: links and history stay as they are.</source>
        <translation>Elle prend fin définitivement le {day}. Reconnectez avant : les liens et l'historique restent.</translation>
    </message>
    <message>
        <source>It ends on {day} if it is not used. A run before that day renews it, or Reconnect.</source>
        <translation>Elle prend fin le {day} si elle n'est pas utilisée. Une exécution avant ce jour la renouvelle, ou Reconnecter.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd'hui</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>dans {days} jours</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <source>Reading the books</source>
        <translation>Lecture de la comptabilité</translation>
    </message>
    <message>
        <source>Finding the invoices in the job database</source>
        <translation>Recherche des factures dans la base des travaux</translation>
    </message>
    <message>
        <source>Working out what differs</source>
        <translation>Calcul de ce qui diffère</translation>
    </message>
    <message>
        <source>Writing to the job database</source>
        <translation>Écriture dans la base des travaux</translation>
    </message>
    <message>
        <source>Recording what was done</source>
        <translation>Enregistrement de ce qui a été fait</translation>
    </message>
</context>
<context>
    <name>present</name>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>moins d'une seconde</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Page {page} sur {pages}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>This is a credit note, not an invoice.</source>
        <translation>C'est un avoir, pas une facture.</translation>
    </message>
    <message>
        <source>The total is negative: this is a credit, not an invoice.</source>
        <translation>Le total est négatif : c'est un avoir, pas une facture.</translation>
    </message>
    <message>
        <source>The number does not begin with '{prefix}', so this invoice is not one of ours.</source>
        <translation>Le numéro ne commence pas par « {prefix} », cette facture n'est donc pas à nous.</translation>
    </message>
    <message>
        <source>The number '{number}' is shorter than the numbers of our invoices, so this invoice is not one of ours.</source>
        <translation>Le numéro « {number} » est plus court que ceux de nos factures, cette facture n'est donc pas à nous.</translation>
    </message>
    <message>
        <source>This is a draft or was cancelled, and an invoice of the books has the same number '{number}'.</source>
        <translation>C'est un brouillon ou elle a été annulée, et une facture de la comptabilité a le même numéro « {number} ».</translation>
    </message>
    <message>
        <source>This is a draft in the books, and drafts are left out in Settings.</source>
        <translation>C'est un brouillon dans la comptabilité, et les brouillons sont laissés de côté dans les réglages.</translation>
    </message>
    <message>
        <source>This invoice was cancelled in the books, and cancelled ones are left out in Settings.</source>
        <translation>Cette facture a été annulée dans la comptabilité, et les annulées sont laissées de côté dans les réglages.</translation>
    </message>
    <message>
        <source>Deleted in the books; there is nothing here to take back.</source>
        <translation>Supprimée dans la comptabilité ; il n'y a rien à reprendre ici.</translation>
    </message>
    <message>
        <source>Not reached: the run ended before this row. It stays due.</source>
        <translation>Pas atteinte : l'exécution s'est terminée avant cette ligne. Elle reste à faire.</translation>
    </message>
    <message>
        <source>Not written: the first run waits until its preview is accepted.</source>
        <translation>Pas écrit : la première exécution attend que son aperçu soit accepté.</translation>
    </message>
    <message>
        <source>Not written: the whole run waits for a decision.</source>
        <translation>Pas écrit : toute l'exécution attend une décision.</translation>
    </message>
    <message>
        <source>Deleted in the books and entered there again under the same number.</source>
        <translation>Supprimée dans la comptabilité et ressaisie sous le même numéro.</translation>
    </message>
    <message>
        <source>Left out of this run by hand. It stays due.</source>
        <translation>Laissée hors de cette exécution à la main. Elle reste à faire.</translation>
    </message>
    <message>
        <source>The books were changing while they were read. This invoice is looked at again by the next run.</source>
        <translation>La comptabilité changeait pendant sa lecture. Cette facture est revue par l'exécution suivante.</translation>
    </message>
    <message>
        <source>Somebody else has written to this row, and the books have changed since this run read them. The next run looks at both again.</source>
        <translation>Quelqu'un d'autre a écrit dans cette ligne, et la comptabilité a changé depuis que cette exécution l'a lue. L'exécution suivante regarde les deux.</translation>
    </message>
    <message>
        <source>Changed here: {held} is kept until the books change again.</source>
        <translation>Changé ici : {held} est gardé jusqu'à un nouveau changement en comptabilité.</translation>
    </message>
    <message>
        <source>Kept as it is here, as was decided, until either side changes.</source>
        <translation>Gardé tel quel ici, comme décidé, jusqu'à ce qu'un côté change.</translation>
    </message>
    <message>
        <source>Ignored, as was decided, until either side changes.</source>
        <translation>Ignoré, comme décidé, jusqu'à ce qu'un côté change.</translation>
    </message>
    <message>
        <source>Its own switch is off. It is brought up to date once that is on again.</source>
        <translation>Son propre interrupteur est éteint. Elle est mise à jour dès qu'il est rallumé.</translation>
    </message>
    <message>
        <source>Taken back by an undo. It is held until a person starts a run.</source>
        <translation>Repris par une annulation. Retenu jusqu'à ce que quelqu'un lance une exécution.</translation>
    </message>
    <message>
        <source>No invoice '{number}' in the job database. It is looked for again by every run.</source>
        <translation>Aucune facture « {number} » dans la base des travaux. Chaque exécution la cherche de nouveau.</translation>
    </message>
    <message>
        <source>No invoice '{number}' in the job database. Similar there: {similar}. Nothing is written on a resemblance.</source>
        <translation>Aucune facture « {number} » dans la base des travaux. Semblables : {similar}. Rien n'est écrit sur une ressemblance.</translation>
    </message>
    <message>
        <source>Linked by hand to the invoice '{number}' of the books. The next sync brings it up to date.</source>
        <translation>Liée à la main à la facture « {number} » de la comptabilité. La prochaine synchro la met à jour.</translation>
    </message>
    <message>
        <source>Unlinked by hand from its row. Nothing is written until it is linked again.</source>
        <translation>Déliée de sa ligne à la main. Rien n'est écrit tant qu'elle n'est pas liée de nouveau.</translation>
    </message>
    <message>
        <source>This invoice has no number in the books yet. Give it one there.</source>
        <translation>Cette facture n'a pas encore de numéro dans la comptabilité. Donnez-lui-en un là-bas.</translation>
    </message>
    <message>
        <source>The job database has {count} rows for the number '{number}' ({keys}). Nothing is written until only one is left.</source>
        <translation>La base des travaux a {count} lignes pour le numéro « {number} » ({keys}). Rien n'est écrit tant qu'il n'en reste pas qu'une.</translation>
    </message>
    <message>
        <source>The books have {count} invoices with the number '{number}'. Nothing is written until only one is left.</source>
        <translation>La comptabilité a {count} factures avec le numéro « {number} ». Rien n'est écrit tant qu'il n'en reste pas qu'une.</translation>
    </message>
    <message>
        <source>The row of the number '{number}' already belongs to another invoice of the books.</source>
        <translation>La ligne du numéro « {number} » appartient déjà à une autre facture de la comptabilité.</translation>
    </message>
    <message>
        <source>The number '{number}' is there, but the customer differs: '{here}' here, '{books}' in the books.</source>
        <translation>Le numéro « {number} » y est, mais le client diffère : « {here} » ici, « {books} » dans la comptabilité.</translation>
    </message>
    <message>
        <source>The number '{number}' is there, but the total differs: {here} here, {books} in the books.</source>
        <translation>Le numéro « {number} » y est, mais le total diffère : {here} ici, {books} dans la comptabilité.</translation>
    </message>
    <message>
        <source>The number '{number}' is there, but the currency differs: {here} here, {books} in the books.</source>
        <translation>Le numéro « {number} » y est, mais la devise diffère : {here} ici, {books} dans la comptabilité.</translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation>{problem}</translation>
    </message>
    <message>
        <source>Changed here: the job database holds {held}; the books say {books}.</source>
        <translation>Changé ici : la base des travaux contient {held} ; la comptabilité dit {books}.</translation>
    </message>
    <message>
        <source>Changed here, and since then in the books: the job database holds {held}; the books say {books}.</source>
        <translation>Changé ici, et depuis dans la comptabilité : la base des travaux contient {held} ; la comptabilité dit {books}.</translation>
    </message>
    <message>
        <source>This invoice was deleted in the books. Its figures here stay until a person decides.</source>
        <translation>Cette facture a été supprimée dans la comptabilité. Ses chiffres ici restent jusqu'à une décision.</translation>
    </message>
    <message>
        <source>This invoice was deleted in the books, and its Date Paid lies on or before the lock date {lock_date}. Its figures here stay until a person decides.</source>
        <translation>Cette facture a été supprimée dans la comptabilité, et sa Date de paiement est la date de verrouillage {lock_date} ou avant. Ses chiffres ici restent jusqu'à une décision.</translation>
    </message>
    <message>
        <source>The books contradict themselves: {contradiction}</source>
        <translation>La comptabilité se contredit : {contradiction}</translation>
    </message>
    <message>
        <source>A Date Paid on or before the lock date {lock_date} would change. It waits for a decision.</source>
        <translation>Une Date de paiement à la date de verrouillage {lock_date} ou avant changerait. Elle attend une décision.</translation>
    </message>
    <message>
        <source>The row was changed by someone else during the run. It is looked at again by the next run.</source>
        <translation>La ligne a été changée par quelqu'un d'autre pendant l'exécution. L'exécution suivante la regarde de nouveau.</translation>
    </message>
    <message>
        <source>Changed here since: the job database holds {held}; the run wrote {wrote}.</source>
        <translation>Changé ici depuis : la base des travaux contient {held} ; l'exécution a écrit {wrote}.</translation>
    </message>
    <message>
        <source>Changed here since: {problem} The run wrote {wrote}.</source>
        <translation>Changé ici depuis : {problem} L'exécution a écrit {wrote}.</translation>
    </message>
    <message>
        <source>Written again by the run of {when}. Undo that run first.</source>
        <translation>Écrit de nouveau par l'exécution du {when}. Annulez d'abord celle-là.</translation>
    </message>
    <message>
        <source>Taken back already by the undo of {when}.</source>
        <translation>Déjà repris par l'annulation du {when}.</translation>
    </message>
    <message>
        <source>The row is no longer in the job database.</source>
        <translation>La ligne n'est plus dans la base des travaux.</translation>
    </message>
    <message>
        <source>The key {key} now belongs to the invoice '{number}': the row was used for another job.</source>
        <translation>La clé {key} appartient maintenant à la facture « {number} » : la ligne a servi à un autre travail.</translation>
    </message>
    <message>
        <source>This invoice of the books belongs to another row by now.</source>
        <translation>Cette facture de la comptabilité appartient maintenant à une autre ligne.</translation>
    </message>
    <message>
        <source>Changed by someone else while the undo was at work.</source>
        <translation>Changé par quelqu'un d'autre pendant l'annulation.</translation>
    </message>
    <message>
        <source>A Date Paid on or before the lock date {lock_date} would change. An undo leaves it as it is.</source>
        <translation>Une Date de paiement à la date de verrouillage {lock_date} ou avant changerait. Une annulation la laisse telle quelle.</translation>
    </message>
    <message>
        <source>What the row held before was not recorded.</source>
        <translation>Ce que la ligne contenait avant n'a pas été noté.</translation>
    </message>
    <message>
        <source>Not reached: the undo ended before this row. It is still as the run left it.</source>
        <translation>Pas atteinte : l'annulation s'est terminée avant cette ligne. Elle est encore comme l'exécution l'a laissée.</translation>
    </message>
    <message>
        <source>The row disappeared from the job database during the run.</source>
        <translation>La ligne a disparu de la base des travaux pendant l'exécution.</translation>
    </message>
    <message>
        <source>The job database refused the new value: {why}</source>
        <translation>La base des travaux a refusé la nouvelle valeur : {why}</translation>
    </message>
    <message>
        <source>The job database did not keep what was written: {why}</source>
        <translation>La base des travaux n'a pas gardé ce qui a été écrit : {why}</translation>
    </message>
    <message>
        <source>This invoice of the books cannot be read: {why}</source>
        <translation>Cette facture de la comptabilité est illisible : {why}</translation>
    </message>
    <message>
        <source>The books have no invoice '{number}'.</source>
        <translation>La comptabilité n'a pas de facture « {number} ».</translation>
    </message>
    <message>
        <source>The job database counts {credited} of credit as paid; for the books that is no money.</source>
        <translation>La base des travaux compte {credited} d'avoir comme payé ; pour la comptabilité ce n'est pas de l'argent.</translation>
    </message>
    <message>
        <source>Written by a run that was interrupted; found complete and recorded now.</source>
        <translation>Écrit par une exécution interrompue ; trouvé complet et noté maintenant.</translation>
    </message>
    <message>
        <source>The job database already says so.</source>
        <translation>La base des travaux le dit déjà.</translation>
    </message>
    <message>
        <source>Somebody else, most likely SyncDesk on another desk, has already written these figures.</source>
        <translation>Quelqu'un d'autre, sans doute SyncDesk sur un autre poste, a déjà écrit ces chiffres.</translation>
    </message>
    <message>
        <source>First figures for this row.</source>
        <translation>Premiers chiffres de cette ligne.</translation>
    </message>
    <message>
        <source>Brought up to date.</source>
        <translation>Mise à jour.</translation>
    </message>
    <message>
        <source>Written as was decided. Before: {held}.</source>
        <translation>Écrit comme décidé. Avant : {held}.</translation>
    </message>
    <message>
        <source>Put back as it was before the run of {when}.</source>
        <translation>Remis comme avant l'exécution du {when}.</translation>
    </message>
    <message>
        <source>Put back as it was before the undo of {when}.</source>
        <translation>Remis comme avant l'annulation du {when}.</translation>
    </message>
    <message>
        <source>The books win over what was changed here ({held}).</source>
        <translation>La comptabilité l'emporte sur ce qui a été changé ici ({held}).</translation>
    </message>
    <message>
        <source>Taken back: the books no longer say it is paid.</source>
        <translation>Repris : la comptabilité ne dit plus qu'elle est payée.</translation>
    </message>
    <message>
        <source>These are other books than last time: '{now}' instead of '{before}'.</source>
        <translation>C'est une autre comptabilité que la dernière fois : « {now} » au lieu de « {before} ».</translation>
    </message>
    <message>
        <source>The books show no invoices at all, where there were {count} last time.</source>
        <translation>La comptabilité ne montre aucune facture, alors qu'il y en avait {count} la dernière fois.</translation>
    </message>
    <message>
        <source>The books went back in time: {why}</source>
        <translation>La comptabilité est revenue en arrière : {why}</translation>
    </message>
    <message>
        <source>{count} of {paid} paid invoices would lose money or their Date Paid; more than {limit} needs a person's word.</source>
        <translation>{count} factures payées sur {paid} perdraient de l'argent ou leur Date de paiement ; au-delà de {limit} il faut l'accord de quelqu'un.</translation>
    </message>
    <message>
        <source>{count} of {paid} paid invoices would change; more than {limit} needs a person's word.</source>
        <translation>{count} factures payées sur {paid} changeraient ; au-delà de {limit} il faut l'accord de quelqu'un.</translation>
    </message>
    <message>
        <source>Paid Amount is stored as nothing at all again.</source>
        <translation>Montant payé est de nouveau stocké comme rien du tout.</translation>
    </message>
    <message>
        <source>Not held back, as was decided: {brake}</source>
        <translation>Pas retenu, comme décidé : {brake}</translation>
    </message>
    <message>
        <source>These books are new to this company: what was remembered of '{before}' is forgotten.</source>
        <translation>Cette comptabilité est nouvelle pour cette société : ce qui était retenu de « {before} » est oublié.</translation>
    </message>
    <message>
        <source>Dated in the future: {day}.</source>
        <translation>Daté dans le futur : {day}.</translation>
    </message>
    <message>
        <source>{amount} is still pending and does not count yet.</source>
        <translation>{amount} est encore en suspens et ne compte pas encore.</translation>
    </message>
    <message>
        <source>More was refunded than paid.</source>
        <translation>On a remboursé plus que payé.</translation>
    </message>
    <message>
        <source>By its movements it was paid on {rule}; the books state {books}.</source>
        <translation>D'après ses mouvements elle a été payée le {rule} ; la comptabilité dit {books}.</translation>
    </message>
    <message>
        <source>Payments are still attached to this cancelled invoice; they do not count.</source>
        <translation>Des paiements sont encore attachés à cette facture annulée ; ils ne comptent pas.</translation>
    </message>
    <message>
        <source>The total differs: {here} here, {books} in the books.</source>
        <translation>Le total diffère : {here} ici, {books} dans la comptabilité.</translation>
    </message>
    <message>
        <source>The number in the books is now '{books}'; the row is still linked.</source>
        <translation>Le numéro dans la comptabilité est maintenant « {books} » ; la ligne reste liée.</translation>
    </message>
    <message>
        <source>The invoice's own date differs: {here} here, {books} in the books. The date in the books decides in which period it stands.</source>
        <translation>La date de la facture diffère : {here} ici, {books} dans la comptabilité. Celle de la comptabilité décide de sa période.</translation>
    </message>
    <message>
        <source>This computer's clock is behind the last run ({before}). Check the date and time.</source>
        <translation>L'horloge de cet ordinateur retarde sur la dernière exécution ({before}). Vérifiez la date et l'heure.</translation>
    </message>
    <message>
        <source>First run: every invoice of the books is looked at, whatever the start date.</source>
        <translation>Première exécution : chaque facture de la comptabilité est regardée, quelle que soit la date de départ.</translation>
    </message>
    <message>
        <source>These books keep no record of when a payment was changed. A change counts from the moment SyncDesk first saw it.</source>
        <translation>Cette comptabilité ne note pas quand un paiement a été changé. Un changement compte à partir du moment où SyncDesk l'a vu.</translation>
    </message>
    <message>
        <source>{count} of these rows had already been written by somebody else, most likely by SyncDesk on another desk.</source>
        <translation>{count} de ces lignes avaient déjà été écrites par quelqu'un d'autre, sans doute SyncDesk sur un autre poste.</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>Previewed</source>
        <translation>Aperçu fait</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Réussite</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Fait en partie</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>Attend une décision</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Pas terminée</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>{word}: {why}</source>
        <translation>{word} : {why}</translation>
    </message>
    <message>
        <source>Not seen in the books yet</source>
        <translation>Pas encore vue dans la comptabilité</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Devise</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Montant payé</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Crédité</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Restant dû</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Date de paiement</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchro</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Dernière synchro</translation>
    </message>
    <message>
        <source>Last outcome</source>
        <translation>Dernier résultat</translation>
    </message>
    <message>
        <source>All invoices</source>
        <translation>Toutes les factures</translation>
    </message>
    <message>
        <source>Unpaid (waiting or part-paid)</source>
        <translation>Non payées (en attente ou payées en partie)</translation>
    </message>
    <message>
        <source>Paid in full (overpaid too)</source>
        <translation>Payées en entier (trop payées aussi)</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>A besoin de quelqu'un</translation>
    </message>
    <message>
        <source>Words in number or customer</source>
        <translation>Mots dans le numéro ou le client</translation>
    </message>
    <message>
        <source>A customer by exact words</source>
        <translation>Un client par ses mots exacts</translation>
    </message>
    <message>
        <source>Unpaid, more than 100 outstanding</source>
        <translation>Non payées, plus de 100 dû</translation>
    </message>
    <message>
        <source>Total from 100 to 200</source>
        <translation>Total de 100 à 200</translation>
    </message>
    <message>
        <source>Paid from January to March</source>
        <translation>Payées de janvier à mars</translation>
    </message>
    <message>
        <source>Something paid, but no Date Paid</source>
        <translation>Quelque chose de payé, mais sans Date de paiement</translation>
    </message>
    <message>
        <source>Without a word</source>
        <translation>Sans un mot</translation>
    </message>
    <message>
        <source>What needs a person</source>
        <translation>Ce qui a besoin de quelqu'un</translation>
    </message>
    <message>
        <source>Paid in the books, but not here</source>
        <translation>Payées dans la comptabilité, pas ici</translation>
    </message>
    <message>
        <source>Failed or waiting to be synced</source>
        <translation>En échec ou à synchroniser</translation>
    </message>
    <message>
        <source>There is no field '{field}'. Use {fields}; or put the text in quotes to search for it.</source>
        <translation>Il n'y a pas de champ « {field} ». Utilisez {fields} ; ou mettez le texte entre guillemets pour le chercher.</translation>
    </message>
    <message>
        <source>Say what '{field}' should be, right after the sign.</source>
        <translation>Dites ce que « {field} » doit être, juste après le signe.</translation>
    </message>
    <message>
        <source>Say which figure is meant, as in total&gt;100; or put the text in quotes to search for it.</source>
        <translation>Dites de quel chiffre il s'agit, comme total&gt;100 ; ou mettez le texte entre guillemets pour le chercher.</translation>
    </message>
    <message>
        <source>There is nothing to search for between the quotes.</source>
        <translation>Il n'y a rien à chercher entre les guillemets.</translation>
    </message>
    <message>
        <source>Put the word that must not occur right after the minus.</source>
        <translation>Mettez le mot à exclure juste après le moins.</translation>
    </message>
    <message>
        <source>'{field}' can only be searched with a colon, for example {field}:word.</source>
        <translation>« {field} » ne se cherche qu'avec deux-points, par exemple {field}:mot.</translation>
    </message>
    <message>
        <source>'{value}' is not an amount. Write it like {example}.</source>
        <translation>« {value} » n'est pas un montant. Écrivez-le comme {example}.</translation>
    </message>
    <message>
        <source>'{value}' is not a date. Write a day as 2026-01-31, a month as 2026-01, a year as 2026, or a word: {words}.</source>
        <translation>« {value} » n'est pas une date. Écrivez un jour comme 2026-01-31, un mois comme 2026-01, une année comme 2026, ou un mot : {words}.</translation>
    </message>
    <message>
        <source>The range '{value}' runs backwards: put the smaller end first.</source>
        <translation>L'intervalle « {value} » va à rebours : mettez d'abord le plus petit.</translation>
    </message>
    <message>
        <source>The range '{value}' needs at least one end.</source>
        <translation>L'intervalle « {value} » a besoin d'au moins un bout.</translation>
    </message>
    <message>
        <source>A range such as '{value}' goes with a colon, not with {operator}.</source>
        <translation>Un intervalle comme « {value} » va avec deux-points, pas avec {operator}.</translation>
    </message>
    <message>
        <source>'{value}' is not a state. The states are {states}.</source>
        <translation>« {value} » n'est pas un état. Les états sont {states}.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Last Successful Run</source>
        <translation>Dernière exécution réussie</translation>
    </message>
    <message>
        <source>Past Week</source>
        <translation>Semaine passée</translation>
    </message>
    <message>
        <source>Past Two Weeks</source>
        <translation>Deux dernières semaines</translation>
    </message>
    <message>
        <source>Past Month</source>
        <translation>Mois passé</translation>
    </message>
    <message>
        <source>Custom Date</source>
        <translation>Date au choix</translation>
    </message>
    <message>
        <source>&amp;Last Successful Run</source>
        <translation>&amp;Dernière exécution réussie</translation>
    </message>
    <message>
        <source>Past Wee&amp;k</source>
        <translation>Semai&amp;ne passée</translation>
    </message>
    <message>
        <source>Past &amp;Two Weeks</source>
        <translation>D&amp;eux dernières semaines</translation>
    </message>
    <message>
        <source>Past &amp;Month</source>
        <translation>Mois pa&amp;ssé</translation>
    </message>
    <message>
        <source>&amp;Custom Date</source>
        <translation>Da&amp;te au choix</translation>
    </message>
    <message>
        <source>That is shortly before the last complete run, so that nothing is missed.</source>
        <translation>C'est un peu avant la dernière exécution complète, pour que rien ne manque.</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Waiting for payment</source>
        <translation>En attente de paiement</translation>
    </message>
    <message>
        <source>Part-paid</source>
        <translation>Payée en partie</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Payée</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>Trop payée</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Rien à payer</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Pas encore vue</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>Synced</source>
        <translation>Synchronisée</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Synchronisation…</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>À faire</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Not yet sent</source>
        <translation>Pas encore envoyée</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Rien à payer</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Remplacé</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Laissée telle quelle</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>A run</source>
        <translation>Une exécution</translation>
    </message>
    <message>
        <source>Sync of this invoice</source>
        <translation>Synchro de cette facture</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>An answer</source>
        <translation>Une réponse</translation>
    </message>
    <message>
        <source>An automatic run</source>
        <translation>Une exécution automatique</translation>
    </message>
    <message>
        <source>An undo</source>
        <translation>Une annulation</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Une personne</translation>
    </message>
    <message>
        <source>Its switch was turned off.</source>
        <translation>Son interrupteur a été éteint.</translation>
    </message>
    <message>
        <source>Its switch was turned on.</source>
        <translation>Son interrupteur a été allumé.</translation>
    </message>
    <message>
        <source>Linked to the invoice {number} of the books.</source>
        <translation>Liée à la facture {number} de la comptabilité.</translation>
    </message>
    <message>
        <source>Unlinked from the invoice {number} of the books.</source>
        <translation>Déliée de la facture {number} de la comptabilité.</translation>
    </message>
    <message>
        <source>It was asked for once more, so this was never carried out.</source>
        <translation>Demandé encore une fois, ceci n'a donc jamais été exécuté.</translation>
    </message>
    <message>
        <source>It follows the run that is under way, or the next one.</source>
        <translation>Elle suit l'exécution en cours, ou la suivante.</translation>
    </message>
    <message>
        <source>{trigger}, {user} on {computer}, {when}.</source>
        <translation>{trigger}, {user} sur {computer}, {when}.</translation>
    </message>
    <message>
        <source>The books named {count} payments or credits: {amount} paid.</source>
        <translation>La comptabilité a nommé {count} paiements ou avoirs : {amount} payé.</translation>
    </message>
    <message>
        <source>The switch of this invoice is off, so runs leave it out.</source>
        <translation>L'interrupteur de cette facture est éteint, les exécutions la laissent donc de côté.</translation>
    </message>
    <message>
        <source>Automatic runs of this company are off in Settings.</source>
        <translation>Les exécutions automatiques de cette société sont éteintes dans les réglages.</translation>
    </message>
    <message>
        <source>No invoice of the books belongs to this row. If you know which one does, link it.</source>
        <translation>Aucune facture de la comptabilité ne va avec cette ligne. Si vous savez laquelle, liez-la.</translation>
    </message>
    <message>
        <source>No run has looked at the books yet.</source>
        <translation>Aucune exécution n'a encore regardé la comptabilité.</translation>
    </message>
    <message>
        <source>Something in this row cannot be read.</source>
        <translation>Quelque chose dans cette ligne est illisible.</translation>
    </message>
    <message>
        <source>The last try did not succeed.</source>
        <translation>Le dernier essai n'a pas réussi.</translation>
    </message>
    <message>
        <source>It waits for your answer.</source>
        <translation>Elle attend votre réponse.</translation>
    </message>
    <message>
        <source>It is left as it is, as was decided.</source>
        <translation>Elle est laissée telle quelle, comme décidé.</translation>
    </message>
    <message>
        <source>An undo took it back. The next run that a person starts takes it up.</source>
        <translation>Une annulation l'a reprise. La prochaine exécution lancée par quelqu'un la prend en charge.</translation>
    </message>
    <message>
        <source>Automatic runs try it again from {when}.</source>
        <translation>Les exécutions automatiques réessaient à partir du {when}.</translation>
    </message>
    <message>
        <source>Last synced {when}</source>
        <translation>Dernière synchro {when}</translation>
    </message>
    <message>
        <source>Since {when}</source>
        <translation>Depuis {when}</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>The books are right: write what they say.</source>
        <translation>La comptabilité est juste : écrire ce qu'elle dit.</translation>
    </message>
    <message>
        <source>What is here is right: leave it until either side changes.</source>
        <translation>Ce qui est ici est juste : le laisser jusqu'à ce qu'un côté change.</translation>
    </message>
    <message>
        <source>Leave it alone and do not ask until either side changes.</source>
        <translation>Ne pas y toucher et ne pas demander jusqu'à ce qu'un côté change.</translation>
    </message>
    <message>
        <source>Forget what was answered, and ask again.</source>
        <translation>Oublier ce qui a été répondu, et demander encore.</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>What could not be synced, or waits for your answer</source>
        <translation>Ce qui n'a pas pu être synchronisé, ou attend votre réponse</translation>
    </message>
    <message>
        <source>Unmatched</source>
        <translation>Sans correspondance</translation>
    </message>
    <message>
        <source>Rows that no invoice of the books belongs to</source>
        <translation>Lignes auxquelles aucune facture de la comptabilité n'appartient</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>En attente de paiement</translation>
    </message>
    <message>
        <source>What is still owed, in part or in whole</source>
        <translation>Ce qui est encore dû, en partie ou en entier</translation>
    </message>
    <message>
        <source>Paid this week</source>
        <translation>Payées cette semaine</translation>
    </message>
    <message>
        <source>Paid in full since Monday</source>
        <translation>Payées en entier depuis lundi</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Oubliées</translation>
    </message>
    <message>
        <source>Still owed, and not looked at for more than 30 days</source>
        <translation>Encore dues, et pas regardées depuis plus de 30 jours</translation>
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>À corriger</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Éteinte</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Attend</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Facture</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Comptabilité</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
</context>
</TS>
