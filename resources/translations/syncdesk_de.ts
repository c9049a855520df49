<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>&amp;Run Sync</source>
        <translation>A&amp;bgleich starten</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>&amp;Undo a Run…</source>
        <translation>Lauf &amp;rückgängig machen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>&amp;Keep Running in the Tray</source>
        <translation>Im Infobereich &amp;weiterlaufen</translation>
    </message>
    <message>
        <source>Start with This Computer</source>
        <translation>Mit diesem Computer starten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Find Invoices</source>
        <translation>Rechnungen &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;How a Run Works</source>
        <translation>&amp;Wie ein Lauf vor sich geht</translation>
    </message>
    <message>
        <source>&amp;Check Set-up…</source>
        <translation>&amp;Einrichtung prüfen…</translation>
    </message>
    <message>
        <source>&amp;Support File…</source>
        <translation>&amp;Supportdatei…</translation>
    </message>
    <message>
        <source>Contact and &amp;Feedback…</source>
        <translation>Kontakt und &amp;Rückmeldung…</translation>
    </message>
    <message>
        <source>Open Log Folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>&amp;New Version…</source>
        <translation>&amp;Neue Version…</translation>
    </message>
    <message>
        <source>&amp;About SyncDesk</source>
        <translation>Ü&amp;ber SyncDesk</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends SyncDesk.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich; das Schließen des Fensters beendet SyncDesk.</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>Wie das S&amp;ystem</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>The language changes when SyncDesk is next started.</source>
        <translation>Die Sprache wechselt, wenn SyncDesk das nächste Mal gestartet wird.</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;1. Read.&lt;/b&gt; SyncDesk reads the invoices whose payments changed since the start date. Your books are never written to.&lt;/p&gt;&lt;p&gt;&lt;b&gt;2. Compare.&lt;/b&gt; It works out Paid Amount and Date Paid and compares them with the job database. A preview stops here.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3. Write.&lt;/b&gt; Only what differs is written. A second run over the same books writes nothing.&lt;/p&gt;&lt;p&gt;What fails, or needs your decision, waits and is looked at again by the next run.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;1. Lesen.&lt;/b&gt; SyncDesk liest die Rechnungen, deren Zahlungen sich seit dem Startdatum geändert haben. In Ihre Buchhaltung wird nie geschrieben.&lt;/p&gt;&lt;p&gt;&lt;b&gt;2. Vergleichen.&lt;/b&gt; Bezahlter Betrag und Bezahlt am werden ermittelt und mit der Auftragsdatenbank verglichen. Eine Vorschau endet hier.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3. Schreiben.&lt;/b&gt; Nur was abweicht, wird geschrieben. Ein zweiter Lauf über dieselbe Buchhaltung schreibt nichts.&lt;/p&gt;&lt;p&gt;Was fehlschlägt oder Ihre Entscheidung braucht, wartet und wird vom nächsten Lauf wieder angesehen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>How a Run Works</source>
        <translation>Wie ein Lauf vor sich geht</translation>
    </message>
    <message>
        <source>&lt;h3&gt;SyncDesk {version}&lt;/h3&gt;&lt;p&gt;Brings the payments of your accounting books into your job database.&lt;/p&gt;&lt;p&gt;Qt {qt}, Python {python}, {system}&lt;/p&gt;</source>
        <translation>&lt;h3&gt;SyncDesk {version}&lt;/h3&gt;&lt;p&gt;Bringt die Zahlungen Ihrer Buchhaltung in Ihre Auftragsdatenbank.&lt;/p&gt;&lt;p&gt;Qt {qt}, Python {python}, {system}&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About SyncDesk</source>
        <translation>Über SyncDesk</translation>
    </message>
</context>
<context>
    <name>AddressLine</name>
    <message>
        <source>Address of the page</source>
        <translation>Adresse der Seite</translation>
    </message>
    <message>
        <source>Op&amp;en the Page</source>
        <translation>Seite ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Copy A&amp;ddress</source>
        <translation>A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>Address copied</source>
        <translation>Adresse kopiert</translation>
    </message>
</context>
<context>
    <name>AnswerPage</name>
    <message>
        <source>Other &amp;Ways</source>
        <translation>Andere &amp;Wege</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The new connection</source>
        <translation>Die neue Verbindung</translation>
    </message>
    <message>
        <source>Sav&amp;e Connection</source>
        <translation>Verbindung sp&amp;eichern</translation>
    </message>
    <message>
        <source>&amp;Preview the First Run</source>
        <translation>Ersten Lauf &amp;vorab ansehen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
</context>
<context>
    <name>AssistantFrame</name>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>What you filled in is kept until SyncDesk is closed</source>
        <translation>Was Sie ausgefüllt haben, bleibt erhalten, bis SyncDesk geschlossen wird</translation>
    </message>
</context>
<context>
    <name>AutomaticRuns</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the automatic run</source>
        <translation>Automatischen Lauf anhalten</translation>
    </message>
    <message>
        <source>Automatic run of {name} is under way</source>
        <translation>Automatischer Lauf von {name}</translation>
    </message>
</context>
<context>
    <name>AutomaticSection</name>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Paused: nothing runs by itself</source>
        <translation>Angehalten: nichts läuft von selbst</translation>
    </message>
    <message>
        <source>Only when I press Run Sync</source>
        <translation>Nur wenn ich „Abgleich starten“ drücke</translation>
    </message>
    <message>
        <source>Every so many minutes</source>
        <translation>Alle soundso viele Minuten</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Einmal am Tag</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>This system's scheduler runs it</source>
        <translation>Der Zeitplaner dieses Systems startet ihn</translation>
    </message>
    <message>
        <source>Turn automatic runs on first. What is set here is kept meanwhile.</source>
        <translation>Schalten Sie zuerst die automatischen Läufe ein. Was hier eingestellt ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Choose above when it runs first.</source>
        <translation>Wählen Sie zuerst oben, wann gelaufen wird.</translation>
    </message>
    <message>
        <source>Automatic runs:</source>
        <translation>Automatische Läufe:</translation>
    </message>
    <message>
        <source>The switch of this company. Run Sync, and Sync for one invoice, work all the same.</source>
        <translation>Der Schalter dieser Firma. „Abgleich starten“ und der Abgleich einer einzelnen Rechnung gehen trotzdem.</translation>
    </message>
    <message>
        <source>When to run:</source>
        <translation>Wann:</translation>
    </message>
    <message>
        <source>Such a run begins where the last one ended and never asks: what needs you waits for you.</source>
        <translation>Ein solcher Lauf beginnt, wo der letzte endete, und fragt nie: was Sie braucht, wartet auf Sie.</translation>
    </message>
    <message>
        <source>Minutes between two runs:</source>
        <translation>Minuten zwischen zwei Läufen:</translation>
    </message>
    <message>
        <source>From 1 to 1440. What was missed while this computer slept is made up for by one run.</source>
        <translation>Von 1 bis 1440. Was verpasst wurde, während der Computer schlief, holt ein einziger Lauf nach.</translation>
    </message>
    <message>
        <source>Time of day:</source>
        <translation>Uhrzeit:</translation>
    </message>
    <message>
        <source>In the company's time zone, such as 07:30. A missed run is made up for.</source>
        <translation>In der Zeitzone der Firma, etwa 07:30. Ein verpasster Lauf wird nachgeholt.</translation>
    </message>
    <message>
        <source>While SyncDesk is closed:</source>
        <translation>Solange SyncDesk geschlossen ist:</translation>
    </message>
    <message>
        <source>The scheduler is told when you save. It works while you are signed in to this computer.</source>
        <translation>Der Zeitplaner erfährt es beim Speichern. Er arbeitet, solange Sie an diesem Computer angemeldet sind.</translation>
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message>
        <source>Books</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Where does your company keep its books?</source>
        <translation>Wo führt Ihre Firma ihre Bücher?</translation>
    </message>
    <message>
        <source>the kind of books</source>
        <translation>die Art der Buchhaltung</translation>
    </message>
    <message>
        <source>On the web. You sign in there with your browser; SyncDesk only reads.</source>
        <translation>Im Web. Sie melden sich dort mit Ihrem Browser an; SyncDesk liest nur.</translation>
    </message>
    <message>
        <source>A file that this computer can open. Nobody has to sign in; SyncDesk only reads.</source>
        <translation>Eine Datei, die dieser Computer öffnen kann. Niemand muss sich anmelden; SyncDesk liest nur.</translation>
    </message>
    <message>
        <source>SyncDesk only reads.</source>
        <translation>SyncDesk liest nur.</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Results of the test</source>
        <translation>Ergebnisse der Prüfung</translation>
    </message>
    <message>
        <source>Testing… nothing is written.</source>
        <translation>Wird geprüft… nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>Some things need attention. Nothing was written.</source>
        <translation>Einiges braucht Aufmerksamkeit. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Everything holds. Nothing was written.</source>
        <translation>Alles stimmt. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Stimmt nicht</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check and save</source>
        <translation>Prüfen und speichern</translation>
    </message>
    <message>
        <source>Everything is looked at before the connection is saved.</source>
        <translation>Alles wird angesehen, bevor die Verbindung gespeichert wird.</translation>
    </message>
    <message>
        <source>Books:</source>
        <translation>Buchhaltung:</translation>
    </message>
    <message>
        <source>Job database:</source>
        <translation>Auftragsdatenbank:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>The company, as you want to see it in SyncDesk.</source>
        <translation>Die Firma, wie Sie sie in SyncDesk sehen wollen.</translation>
    </message>
    <message>
        <source>Rules: time zone, changed rows, credit notes</source>
        <translation>Regeln: Zeitzone, geänderte Zeilen, Gutschriften</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Test Again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Company time zone</source>
        <translation>Zeitzone der Firma</translation>
    </message>
    <message>
        <source>a test without faults</source>
        <translation>eine Prüfung ohne Fehler</translation>
    </message>
    <message>
        <source>It can be saved once the test finds no fault</source>
        <translation>Gespeichert werden kann, sobald die Prüfung keinen Fehler findet</translation>
    </message>
    <message>
        <source>There is no time zone '{zone}'. Choose one such as Europe/London.</source>
        <translation>Die Zeitzone „{zone}“ gibt es nicht. Wählen Sie eine wie Europe/Berlin.</translation>
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message>
        <source>You are signed in</source>
        <translation>Sie sind angemeldet</translation>
    </message>
    <message>
        <source>Companies that may be read</source>
        <translation>Firmen, die gelesen werden dürfen</translation>
    </message>
    <message>
        <source>&amp;Sign In Again</source>
        <translation>Neu an&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Which company is to be read?</source>
        <translation>&amp;Welche Firma soll gelesen werden?</translation>
    </message>
    <message>
        <source>Company: {name}</source>
        <translation>Firma: {name}</translation>
    </message>
</context>
<context>
    <name>CompareResults</name>
    <message>
        <source>Invoice, customer or reason</source>
        <translation>Rechnung, Kunde oder Grund</translation>
    </message>
    <message>
        <source>Expo&amp;rt…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Invoices of both sides</source>
        <translation>Rechnungen beider Seiten</translation>
    </message>
    <message>
        <source>Reason of the current invoice</source>
        <translation>Grund der aktuellen Rechnung</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Zeigen:</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>Su&amp;chen:</translation>
    </message>
    <message>
        <source>What differs ({count})</source>
        <translation>Was abweicht ({count})</translation>
    </message>
    <message>
        <source>Everything ({count})</source>
        <translation>Alles ({count})</translation>
    </message>
    <message>
        <source>Without a date ({count})</source>
        <translation>Ohne Datum ({count})</translation>
    </message>
    <message>
        <source>No invoice of this list has these words.</source>
        <translation>Keine Rechnung dieser Liste enthält diese Wörter.</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Take the Filter Away</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Both sides say the same of every invoice of this period.</source>
        <translation>Beide Seiten sagen von jeder Rechnung dieses Zeitraums dasselbe.</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Nichts weicht ab</translation>
    </message>
    <message>
        <source>Neither side has an invoice of this period.</source>
        <translation>Keine Seite hat eine Rechnung aus diesem Zeitraum.</translation>
    </message>
    <message>
        <source>No invoices</source>
        <translation>Keine Rechnungen</translation>
    </message>
    <message>
        <source>invoices without a date on either side</source>
        <translation>Rechnungen ohne Datum auf beiden Seiten</translation>
    </message>
    <message>
        <source>Sums, {invoices}: the causes add up to the difference.</source>
        <translation>Summen, {invoices}: die Ursachen ergeben zusammen die Differenz.</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) without a date are not among them.</source>
        <translation>
            <numerusform>%n Rechnung ohne Datum ist nicht dabei.</numerusform>
            <numerusform>%n Rechnungen ohne Datum sind nicht dabei.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <source>S&amp;top</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Export Comparison</source>
        <translation>Vergleich exportieren</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Written to {file}, with the sums. Lines: {count}.</source>
        <translation>In {file} geschrieben, mit den Summen. Zeilen: {count}.</translation>
    </message>
    <message>
        <source>Something was written since this was compared.</source>
        <translation>Seit diesem Vergleich wurde etwas geschrieben.</translation>
    </message>
    <message>
        <source>Compare again to see both sides as they are now (F5).</source>
        <translation>Vergleichen Sie noch einmal, um beide Seiten im jetzigen Stand zu sehen (F5).</translation>
    </message>
    <message>
        <source>{company}: nothing is written. You can go on working in the other tabs.</source>
        <translation>{company}: nichts wird geschrieben. Sie können in den anderen Reitern weiterarbeiten.</translation>
    </message>
    <message>
        <source>Reading both sides in full…</source>
        <translation>Beide Seiten werden vollständig gelesen…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was compared.</source>
        <translation>Angehalten. Nichts wurde verglichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) differ.</source>
        <translation>
            <numerusform>%n Rechnung weicht ab.</numerusform>
            <numerusform>%n Rechnungen weichen ab.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sides agree.</source>
        <translation>Beide Seiten stimmen überein.</translation>
    </message>
    <message>
        <source>{count} compared at {time}.</source>
        <translation>{count} verglichen um {time}.</translation>
    </message>
    <message numerus="yes">
        <source>%n of other days were left out.</source>
        <translation>
            <numerusform>%n von anderen Tagen blieb außer Betracht.</numerusform>
            <numerusform>%n von anderen Tagen blieben außer Betracht.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run would wait as a whole: {why}</source>
        <translation>Ein Lauf würde als Ganzes warten: {why}</translation>
    </message>
    <message>
        <source>A run wrote, or had broken off, while this was read: compare again.</source>
        <translation>Währenddessen schrieb ein Lauf oder war abgebrochen: vergleichen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Both sides can be compared once there is a connection.</source>
        <translation>Beide Seiten können verglichen werden, sobald es eine Verbindung gibt.</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Compare the job database with the books</source>
        <translation>Auftragsdatenbank mit der Buchhaltung vergleichen</translation>
    </message>
    <message>
        <source>Reads every invoice of both sides, says what differs and why, and adds it up. Nothing is written. Choose a period above, then Compare.</source>
        <translation>Liest jede Rechnung beider Seiten, sagt, was abweicht und warum, und zählt es zusammen. Nichts wird geschrieben. Wählen Sie oben einen Zeitraum und dann Vergleichen.</translation>
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>Try the Sample Company</source>
        <translation>Beispielfirma ausprobieren</translation>
    </message>
    <message>
        <source>Add a Connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Show History</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>Run Sync</source>
        <translation>Abgleich starten</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>C&amp;onnection:</source>
        <translation>Verb&amp;indung:</translation>
    </message>
    <message>
        <source>Welcome to SyncDesk</source>
        <translation>Willkommen bei SyncDesk</translation>
    </message>
    <message>
        <source>Try it with the sample company, which needs no account, or add your own books.</source>
        <translation>Probieren Sie es mit der Beispielfirma, die kein Konto braucht, oder fügen Sie Ihre eigene Buchhaltung hinzu.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) waiting</source>
        <translation>
            <numerusform>%n Zeile wartet</numerusform>
            <numerusform>%n Zeilen warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionEditor</name>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Still to fill in: {fields}</source>
        <translation>Noch auszufüllen: {fields}</translation>
    </message>
    <message>
        <source>Settings of the connection</source>
        <translation>Einstellungen der Verbindung</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Table and columns</source>
        <translation>Tabelle und Spalten</translation>
    </message>
    <message>
        <source>Company time zone</source>
        <translation>Zeitzone der Firma</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>The company, as you want to see it in SyncDesk.</source>
        <translation>Die Firma, wie Sie sie in SyncDesk sehen wollen.</translation>
    </message>
    <message>
        <source>&amp;Kind of books:</source>
        <translation>Art der Buchhaltung:</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Auftragsdatenbank</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>When something waits for you</source>
        <translation>Wann etwas auf Sie wartet</translation>
    </message>
    <message>
        <source>Automatic runs</source>
        <translation>Automatische Läufe</translation>
    </message>
    <message>
        <source>There is no time zone '{zone}'. Choose one such as Europe/London.</source>
        <translation>Die Zeitzone „{zone}“ gibt es nicht. Wählen Sie eine wie Europe/Berlin.</translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Add Connection</source>
        <translation>Verbindung hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Reconnect…</source>
        <translation>&amp;Neu verbinden…</translation>
    </message>
    <message>
        <source>Sign in again; links and history stay</source>
        <translation>Neu anmelden; Zuordnungen und Verlauf bleiben</translation>
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Contact and Feedback</source>
        <translation>Kontakt und Rückmeldung</translation>
    </message>
    <message>
        <source>Something is wrong, or could be better? Tell whoever looks after SyncDesk for you: what you did, what you expected, what happened instead, and the number of one invoice it concerns. A support file helps; you see it before it is saved.</source>
        <translation>Etwas stimmt nicht oder könnte besser sein? Sagen Sie es dem, der SyncDesk für Sie betreut: was Sie getan haben, was Sie erwarteten, was stattdessen geschah, und die Nummer einer betroffenen Rechnung. Eine Supportdatei hilft; Sie sehen sie, bevor sie gespeichert wird.</translation>
    </message>
    <message>
        <source>Their e-mail address; it is remembered</source>
        <translation>Dessen E-Mail-Adresse; sie wird gemerkt</translation>
    </message>
    <message>
        <source>&amp;Who helps you:</source>
        <translation>&amp;Wer Ihnen hilft:</translation>
    </message>
    <message>
        <source>S&amp;upport File…</source>
        <translation>S&amp;upportdatei…</translation>
    </message>
    <message>
        <source>Write a &amp;Message…</source>
        <translation>&amp;Nachricht schreiben…</translation>
    </message>
    <message>
        <source>What I did:</source>
        <translation>Was ich getan habe:</translation>
    </message>
    <message>
        <source>What I expected:</source>
        <translation>Was ich erwartet habe:</translation>
    </message>
    <message>
        <source>What happened instead:</source>
        <translation>Was stattdessen geschah:</translation>
    </message>
</context>
<context>
    <name>Counters</name>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Choose from a calendar</source>
        <translation>Im Kalender wählen</translation>
    </message>
    <message>
        <source>for example {day}</source>
        <translation>zum Beispiel {day}</translation>
    </message>
    <message>
        <source>Type a day or choose one from the calendar.</source>
        <translation>Geben Sie einen Tag ein oder wählen Sie einen im Kalender.</translation>
    </message>
    <message>
        <source>That is not a day. Write it like {example}.</source>
        <translation>Das ist kein Tag. Schreiben Sie ihn wie {example}.</translation>
    </message>
    <message>
        <source>That day lies in the future. Choose a day up to today.</source>
        <translation>Dieser Tag liegt in der Zukunft. Wählen Sie einen Tag bis heute.</translation>
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Movements of this invoice</source>
        <translation>Bewegungen dieser Rechnung</translation>
    </message>
    <message>
        <source>History of this invoice</source>
        <translation>Verlauf dieser Rechnung</translation>
    </message>
    <message>
        <source>Raw error</source>
        <translation>Fehler im Wortlaut</translation>
    </message>
    <message>
        <source>Raw error, for support</source>
        <translation>Fehler im Wortlaut, für den Support</translation>
    </message>
    <message>
        <source>No run has seen this invoice in the books yet, so there is nothing to explain.</source>
        <translation>Noch kein Lauf hat diese Rechnung in der Buchhaltung gesehen, darum gibt es nichts zu erklären.</translation>
    </message>
    <message>
        <source>Show &amp;More ({count})</source>
        <translation>&amp;Mehr zeigen ({count})</translation>
    </message>
    <message>
        <source>In the books: invoice {number}, {customer}; reference {id}</source>
        <translation>In der Buchhaltung: Rechnung {number}, {customer}; Kennung {id}</translation>
    </message>
    <message>
        <source>Explain this number</source>
        <translation>Diese Zahl erklären</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Details of the invoice</source>
        <translation>Einzelheiten der Rechnung</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>'{name}' is connected</source>
        <translation>„{name}“ ist verbunden</translation>
    </message>
    <message>
        <source>Nothing has been written yet. A preview shows what the first run would write into your job database, row by row, and waits for your word.</source>
        <translation>Noch wurde nichts geschrieben. Eine Vorschau zeigt Zeile für Zeile, was der erste Lauf in Ihre Auftragsdatenbank schreiben würde, und wartet auf Ihr Wort.</translation>
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>Show &amp;Details</source>
        <translation>Einzelheiten zei&amp;gen</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>Hide &amp;Details</source>
        <translation>Einzelheiten verber&amp;gen</translation>
    </message>
</context>
<context>
    <name>ExamplesButton</name>
    <message>
        <source>E&amp;xamples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>What can be searched for, with examples</source>
        <translation>Wonach gesucht werden kann, mit Beispielen</translation>
    </message>
</context>
<context>
    <name>FaultBox</name>
    <message>
        <source>Details of the error</source>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>&amp;Copy Details</source>
        <translation>Einzelheiten &amp;kopieren</translation>
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Melden…</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) so far; the log has all of them.</source>
        <translation>
            <numerusform>Bisher %n Fehler; das Protokoll enthält ihn.</numerusform>
            <numerusform>Bisher %n Fehler; das Protokoll enthält alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>What {label} gave you for SyncDesk. Secrets go to this computer's password store.</source>
        <translation>Was {label} Ihnen für SyncDesk gegeben hat. Geheimnisse kommen in den Passwortspeicher dieses Computers.</translation>
    </message>
    <message>
        <source>Where {label} keeps your books.</source>
        <translation>Wo {label} Ihre Bücher hat.</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Browse for {what}</source>
        <translation>{what} suchen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Connect your books with your job database</source>
        <translation>Verbinden Sie Ihre Buchhaltung mit Ihrer Auftragsdatenbank</translation>
    </message>
    <message>
        <source>SyncDesk reads payments from your books and writes Paid Amount and Date Paid into your job database. Nothing is written before you have seen a preview.

The sample company needs no account: you can play with it as you like.</source>
        <translation>SyncDesk liest Zahlungen aus Ihrer Buchhaltung und schreibt Bezahlter Betrag und Bezahlt am in Ihre Auftragsdatenbank. Nichts wird geschrieben, bevor Sie eine Vorschau gesehen haben.

Die Beispielfirma braucht kein Konto: Sie können mit ihr spielen, wie Sie wollen.</translation>
    </message>
    <message>
        <source>Try the sample com&amp;pany</source>
        <translation>Beispielfirma aus&amp;probieren</translation>
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation>Verbindung &amp;hinzufügen</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Rows of the chosen run</source>
        <translation>Zeilen des gewählten Laufs</translation>
    </message>
    <message>
        <source>Un&amp;do This Run…</source>
        <translation>Diesen Lauf rückgängig &amp;machen…</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Runs are listed here once there is a connection.</source>
        <translation>Läufe stehen hier, sobald es eine Verbindung gibt.</translation>
    </message>
    <message>
        <source>Every preview and every run will be listed here, with all its rows.</source>
        <translation>Jede Vorschau und jeder Lauf wird hier stehen, mit allen Zeilen.</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>This run ended before it had any rows.</source>
        <translation>Dieser Lauf endete, bevor er Zeilen hatte.</translation>
    </message>
    <message>
        <source>A preview writes nothing, and so its rows are not kept.</source>
        <translation>Eine Vorschau schreibt nichts, darum werden ihre Zeilen nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>This run found nothing that had to be kept: nothing had changed.</source>
        <translation>Dieser Lauf fand nichts Aufzubewahrendes: nichts hatte sich geändert.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>This took back the run of {when}.</source>
        <translation>Damit wurde der Lauf von {when} zurückgenommen.</translation>
    </message>
    <message>
        <source>Wait until the run under way has ended.</source>
        <translation>Warten Sie, bis der laufende Lauf geendet hat.</translation>
    </message>
    <message>
        <source>Put the rows back as they were before this run (Ctrl+Z)</source>
        <translation>Die Zeilen so zurücksetzen, wie sie vor diesem Lauf waren (Strg+Z)</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>Kein Lauf gewählt</translation>
    </message>
    <message>
        <source>Choose a run above to see its rows.</source>
        <translation>Wählen Sie oben einen Lauf, um seine Zeilen zu sehen.</translation>
    </message>
</context>
<context>
    <name>JobDatabaseFields</name>
    <message>
        <source>Kept in the password store; fill in to change it</source>
        <translation>Liegt im Passwortspeicher; zum Ändern ausfüllen</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Auftragsdatenbank</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
</context>
<context>
    <name>JobDatabaseLines</name>
    <message>
        <source>A file on this computer or in the network (SQLite)</source>
        <translation>Eine Datei auf diesem Computer oder im Netz (SQLite)</translation>
    </message>
    <message>
        <source>PostgreSQL server</source>
        <translation>PostgreSQL-Server</translation>
    </message>
    <message>
        <source>MariaDB or MySQL server</source>
        <translation>MariaDB- oder MySQL-Server</translation>
    </message>
    <message>
        <source>Microsoft SQL Server</source>
        <translation>Microsoft SQL Server</translation>
    </message>
    <message>
        <source>Another, by its address</source>
        <translation>Eine andere, über ihre Adresse</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Auftragsdatenbank</translation>
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>SQLite-Datenbanken (*.sqlite *.sqlite3 *.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Durchsu&amp;chen…</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Not asked for</source>
        <translation>Nicht verlangt</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Encrypted, and the server's certificate is checked</source>
        <translation>Verschlüsselt, und das Zertifikat des Servers wird geprüft</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Job database:</source>
        <translation>Auftragsdatenban&amp;k:</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>Datei:</translation>
    </message>
    <message>
        <source>A whole address can be pasted here, too.</source>
        <translation>Auch eine ganze Adresse kann hier eingefügt werden.</translation>
    </message>
    <message>
        <source>Server:</source>
        <translation>Server:</translation>
    </message>
    <message>
        <source>Its name, such as db.example.com, or address.</source>
        <translation>Sein Name, etwa db.example.com, oder seine Adresse.</translation>
    </message>
    <message>
        <source>Port:</source>
        <translation>Port:</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Datenbank:</translation>
    </message>
    <message>
        <source>User:</source>
        <translation>Benutzer:</translation>
    </message>
    <message>
        <source>Address:</source>
        <translation>Adresse:</translation>
    </message>
    <message>
        <source>As SQLAlchemy writes it: kind://user@server/database</source>
        <translation>Wie SQLAlchemy sie schreibt: art://benutzer@server/datenbank</translation>
    </message>
    <message>
        <source>It goes to this computer's password store and is never shown again.</source>
        <translation>Es kommt in den Passwortspeicher dieses Computers und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Password:</source>
        <translation>Passwort:</translation>
    </message>
    <message>
        <source>Connection:</source>
        <translation>Verbindung:</translation>
    </message>
    <message>
        <source>Only where the server's certificate comes from an authority of your own.</source>
        <translation>Nur wenn das Zertifikat des Servers von einer eigenen Stelle kommt.</translation>
    </message>
    <message>
        <source>Certificate file:</source>
        <translation>Zertifikatsdatei:</translation>
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Job database</source>
        <translation>Auftragsdatenbank</translation>
    </message>
    <message>
        <source>SyncDesk writes Paid Amount and Date Paid there. Nothing is written while you set it up.</source>
        <translation>SyncDesk schreibt dort Bezahlter Betrag und Bezahlt am. Nichts wird geschrieben, während Sie es einrichten.</translation>
    </message>
    <message>
        <source>Table and columns</source>
        <translation>Tabelle und Spalten</translation>
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>Key column {place}</source>
        <translation>Schlüsselspalte {place}</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>nichts weiter</translation>
    </message>
</context>
<context>
    <name>LastResort</name>
    <message>
        <source>SyncDesk met a fault of its own</source>
        <translation>In SyncDesk selbst ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>What was written so far is whole, and you can go on. If it comes back, start SyncDesk again and report it. Nothing is sent anywhere by itself.</source>
        <translation>Was bisher geschrieben wurde, ist vollständig, und Sie können weiterarbeiten. Kommt der Fehler wieder, starten Sie SyncDesk neu und melden Sie ihn. Von selbst wird nichts gesendet.</translation>
    </message>
    <message>
        <source>SyncDesk ended unexpectedly the last time</source>
        <translation>SyncDesk wurde beim letzten Mal unerwartet beendet</translation>
    </message>
    <message>
        <source>What was written is whole; what a run did not reach is taken up by the next one. If it comes back, report it. Nothing is sent anywhere by itself.</source>
        <translation>Was geschrieben wurde, ist vollständig; was ein Lauf nicht erreicht hat, nimmt der nächste auf. Kommt es wieder vor, melden Sie es. Von selbst wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>LimitsSection</name>
    <message>
        <source>Reset &amp;Limits to Their Defaults</source>
        <translation>&amp;Grenzen auf Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Lock &amp;date:</source>
        <translation>Sperrdatum:</translation>
    </message>
    <message>
        <source>A row whose Date Paid lies on or before this day waits for you. Empty: no day is locked.</source>
        <translation>Eine Zeile, deren Bezahlt am auf oder vor diesem Tag liegt, wartet auf Sie. Leer: kein Tag ist gesperrt.</translation>
    </message>
    <message>
        <source>Most that may fall:</source>
        <translation>Höchstens fallen dürfen:</translation>
    </message>
    <message>
        <source>If more paid invoices than this would lose money or their Date Paid, the whole run waits. 0: the share below decides alone. Empty: {usual}.</source>
        <translation>Wenn mehr bezahlte Rechnungen Geld oder ihr Bezahlt am verlören, wartet der ganze Lauf. 0: der Anteil darunter entscheidet allein. Leer: {usual}.</translation>
    </message>
    <message>
        <source>… or this share of them, in %:</source>
        <translation>… oder dieser Anteil davon, in %:</translation>
    </message>
    <message>
        <source>The larger of the two counts. 0: the number above decides alone. Empty: {usual}.</source>
        <translation>Der größere der beiden Werte gilt. 0: die Zahl darüber entscheidet allein. Leer: {usual}.</translation>
    </message>
    <message>
        <source>Most that may change:</source>
        <translation>Höchstens ändern dürfen sich:</translation>
    </message>
    <message>
        <source>After the first run. If more paid invoices than this would change, the whole run waits. 0: the share below decides alone. Empty: {usual}.</source>
        <translation>Nach dem ersten Lauf. Wenn sich mehr bezahlte Rechnungen änderten, wartet der ganze Lauf. 0: der Anteil darunter entscheidet allein. Leer: {usual}.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link {number} by Hand</source>
        <translation>{number} von Hand zuordnen</translation>
    </message>
    <message>
        <source>These invoices of the books have no row in the job database; the likeliest come first. Once linked, Paid Amount and Date Paid of {number} come from the one you choose.</source>
        <translation>Diese Rechnungen der Buchhaltung haben keine Zeile in der Auftragsdatenbank; die wahrscheinlichsten stehen oben. Einmal zugeordnet, kommen Bezahlter Betrag und Bezahlt am von {number} aus der gewählten.</translation>
    </message>
    <message>
        <source>Number or customer</source>
        <translation>Nummer oder Kunde</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>Su&amp;chen:</translation>
    </message>
    <message>
        <source>Invoices of the books without a row</source>
        <translation>Rechnungen der Buchhaltung ohne Zeile</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Zuordnen</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Nothing to link to</source>
        <translation>Nichts zuzuordnen</translation>
    </message>
    <message>
        <source>Every invoice of the books that was seen has a row already.</source>
        <translation>Jede gesehene Rechnung der Buchhaltung hat schon eine Zeile.</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Open File</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
</context>
<context>
    <name>LiveMapping</name>
    <message>
        <source>Reading the columns of '{table}'…</source>
        <translation>Die Spalten von „{table}“ werden gelesen…</translation>
    </message>
    <message>
        <source>Your rows are shown once table and columns are chosen.</source>
        <translation>Ihre Zeilen erscheinen, sobald Tabelle und Spalten gewählt sind.</translation>
    </message>
    <message>
        <source>Your rows are shown once this is put right.</source>
        <translation>Ihre Zeilen erscheinen, sobald dies berichtigt ist.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Update Invoice Payments</source>
        <translation>Rechnungszahl&amp;ungen aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Invoice Search</source>
        <translation>&amp;Rechnungssuche</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Settin&amp;gs</source>
        <translation>Ein&amp;stellungen</translation>
    </message>
    <message>
        <source>No successful run yet</source>
        <translation>Noch kein erfolgreicher Lauf</translation>
    </message>
    <message>
        <source>Last successful run: {when}</source>
        <translation>Letzter erfolgreicher Lauf: {when}</translation>
    </message>
    <message>
        <source>Waiting ({count})</source>
        <translation>Wartend ({count})</translation>
    </message>
    <message>
        <source>'{name}' is connected again.</source>
        <translation>„{name}“ ist wieder verbunden.</translation>
    </message>
    <message>
        <source>A run has ended</source>
        <translation>Ein Lauf ist zu Ende</translation>
    </message>
    <message>
        <source>SyncDesk goes on in the tray</source>
        <translation>SyncDesk läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Automatic runs happen as before. Quit it from its menu there.</source>
        <translation>Automatische Läufe gehen weiter wie bisher. Beenden Sie es dort über das Menü.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>A run is under way</source>
        <translation>Ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>Stop the run and close SyncDesk?</source>
        <translation>Den Lauf anhalten und SyncDesk schließen?</translation>
    </message>
    <message>
        <source>The row under way is finished first. What was not reached stays due for the next run.</source>
        <translation>Die begonnene Zeile wird noch fertig. Was nicht erreicht wurde, bleibt für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep Running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
</context>
<context>
    <name>MappingLines</name>
    <message>
        <source>Choose a table, or type a part of its name</source>
        <translation>Wählen Sie eine Tabelle, oder geben Sie einen Teil ihres Namens ein</translation>
    </message>
    <message>
        <source>The same table</source>
        <translation>Dieselbe Tabelle</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie sie ist</translation>
    </message>
    <message>
        <source>More columns and rules</source>
        <translation>Weitere Spalten und Regeln</translation>
    </message>
    <message>
        <source>Ta&amp;ble of invoices:</source>
        <translation>Rechnungstabelle:</translation>
    </message>
    <message>
        <source>As the column says</source>
        <translation>Wie es die Spalte sagt</translation>
    </message>
    <message>
        <source>Whole amounts: 1200 is 1,200.00</source>
        <translation>Ganze Beträge: 1200 sind 1.200,00</translation>
    </message>
    <message>
        <source>Cents: 1200 is 12.00</source>
        <translation>Cent: 1200 sind 12,00</translation>
    </message>
    <message>
        <source>Text: 1200.00</source>
        <translation>Text: 1200.00</translation>
    </message>
    <message>
        <source>Text: {example}</source>
        <translation>Text: {example}</translation>
    </message>
    <message>
        <source>As the column says, text as 2026-01-31</source>
        <translation>Wie es die Spalte sagt, Text als 2026-01-31</translation>
    </message>
    <message>
        <source>Day: 2026-01-31</source>
        <translation>Tag: 2026-01-31</translation>
    </message>
    <message>
        <source>Day and time: 2026-01-31 00:00:00</source>
        <translation>Tag und Uhrzeit: 2026-01-31 00:00:00</translation>
    </message>
    <message>
        <source>Invoice number:</source>
        <translation>Rechnungsnummer:</translation>
    </message>
    <message>
        <source>SyncDesk writes this column.</source>
        <translation>Diese Spalte schreibt SyncDesk.</translation>
    </message>
    <message>
        <source>Paid Amount:</source>
        <translation>Bezahlter Betrag:</translation>
    </message>
    <message>
        <source>Amounts are stored:</source>
        <translation>Beträge sind gespeichert als:</translation>
    </message>
    <message>
        <source>Date Paid:</source>
        <translation>Bezahlt am:</translation>
    </message>
    <message>
        <source>A pattern of your own can be typed: %d. %m. %Y means 31. 01. 2026.</source>
        <translation>Ein eigenes Muster kann eingegeben werden: %d. %m. %Y bedeutet 31. 01. 2026.</translation>
    </message>
    <message>
        <source>Dates are stored:</source>
        <translation>Daten sind gespeichert als:</translation>
    </message>
    <message>
        <source>Compared with the books when an invoice is first matched.</source>
        <translation>Wird mit der Buchhaltung verglichen, wenn eine Rechnung zum ersten Mal zugeordnet wird.</translation>
    </message>
    <message>
        <source>Total:</source>
        <translation>Summe:</translation>
    </message>
    <message>
        <source>Customer:</source>
        <translation>Kunde:</translation>
    </message>
    <message>
        <source>Currency:</source>
        <translation>Währung:</translation>
    </message>
    <message>
        <source>Three letters such as GBP. Empty means the home currency of the books.</source>
        <translation>Drei Buchstaben wie EUR. Leer bedeutet die Hauswährung der Buchhaltung.</translation>
    </message>
    <message>
        <source>Currency where none is given:</source>
        <translation>Währung, wo keine angegeben ist:</translation>
    </message>
    <message>
        <source>Key:</source>
        <translation>Schlüssel:</translation>
    </message>
    <message>
        <source>What tells one row from all others.</source>
        <translation>Was eine Zeile von allen anderen unterscheidet.</translation>
    </message>
    <message>
        <source>Numbers in the books begin with this, numbers here do not. Empty means nothing.</source>
        <translation>Nummern der Buchhaltung beginnen damit, Nummern hier nicht. Leer bedeutet nichts.</translation>
    </message>
    <message>
        <source>Prefi&amp;x in the books:</source>
        <translation>&amp;Vorsilbe in der Buchhaltung:</translation>
    </message>
    <message>
        <source>Example:</source>
        <translation>Beispiel:</translation>
    </message>
    <message>
        <source>Numbers here begin with this, numbers in the books do not. Empty means nothing.</source>
        <translation>Nummern hier beginnen damit, Nummern der Buchhaltung nicht. Leer bedeutet nichts.</translation>
    </message>
    <message>
        <source>Prefix in the job database:</source>
        <translation>Vorsilbe in der Auftragsdatenbank:</translation>
    </message>
    <message>
        <source>Digits in the books:</source>
        <translation>Stellen in der Buchhaltung:</translation>
    </message>
    <message>
        <source>Shorter numbers get zeros in front.</source>
        <translation>Kürzere Nummern bekommen Nullen davor.</translation>
    </message>
    <message>
        <source>Invoice date:</source>
        <translation>Rechnungsdatum:</translation>
    </message>
    <message>
        <source>Written too, if you choose a column.</source>
        <translation>Wird auch geschrieben, wenn Sie eine Spalte wählen.</translation>
    </message>
    <message>
        <source>Credited:</source>
        <translation>Gutgeschrieben:</translation>
    </message>
    <message>
        <source>Outstanding:</source>
        <translation>Offen:</translation>
    </message>
    <message>
        <source>Only where the table above is a view that cannot be written: the table behind it.</source>
        <translation>Nur wenn die Tabelle oben eine nicht beschreibbare Sicht ist: die Tabelle dahinter.</translation>
    </message>
    <message>
        <source>Table that is written:</source>
        <translation>Tabelle, die beschrieben wird:</translation>
    </message>
    <message>
        <source>A condition in SQL such as status &lt;&gt; 'quote'. Empty means all rows.</source>
        <translation>Eine SQL-Bedingung wie status &lt;&gt; 'quote'. Leer bedeutet alle Zeilen.</translation>
    </message>
    <message>
        <source>Only rows in which:</source>
        <translation>Nur Zeilen, in denen gilt:</translation>
    </message>
</context>
<context>
    <name>MappingSection</name>
    <message>
        <source>Please look at these</source>
        <translation>Bitte sehen Sie sich diese an</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Job invoice {here} is {books} in the books.</source>
        <translation>Auftragsrechnung {here} heißt in der Buchhaltung {books}.</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Currency of the charts</source>
        <translation>Währung der Diagramme</translation>
    </message>
    <message>
        <source>Cash received per week</source>
        <translation>Zahlungseingang je Woche</translation>
    </message>
    <message>
        <source>Paid Amounts by the week of their Date Paid. Part payments have no Date Paid yet.</source>
        <translation>Bezahlte Beträge nach der Woche ihres Bezahlt am. Teilzahlungen haben noch keines.</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Outstanding by age</source>
        <translation>Offene Posten nach Alter</translation>
    </message>
    <message>
        <source>What is still owed, by the days since the invoice's date in the job database.</source>
        <translation>Was noch geschuldet wird, nach Tagen seit dem Rechnungsdatum in der Auftragsdatenbank.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation>Gerade braucht Sie nichts.</translation>
    </message>
    <message>
        <source>No currency</source>
        <translation>Keine Währung</translation>
    </message>
    <message>
        <source>Money: {name}</source>
        <translation>Geld: {name}</translation>
    </message>
    <message>
        <source>Reading the invoices…</source>
        <translation>Die Rechnungen werden gelesen…</translation>
    </message>
    <message>
        <source>Nothing to draw yet</source>
        <translation>Noch nichts zu zeichnen</translation>
    </message>
    <message>
        <source>No invoice of the job database has a payment or a balance so far.</source>
        <translation>Keine Rechnung der Auftragsdatenbank hat bisher eine Zahlung oder einen offenen Betrag.</translation>
    </message>
    <message>
        <source>Money: {name}, in {currency}</source>
        <translation>Geld: {name}, in {currency}</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Woche vom {day}</translation>
    </message>
    <message>
        <source>Paid in part, no date yet</source>
        <translation>Teilweise bezahlt, noch ohne Datum</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>Days since the invoice's date, {label}</source>
        <translation>Tage seit dem Rechnungsdatum, {label}</translation>
    </message>
    <message>
        <source>What needs you now</source>
        <translation>Was Sie jetzt braucht</translation>
    </message>
    <message>
        <source>Companies side by side</source>
        <translation>Firmen nebeneinander</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>No company is connected yet</source>
        <translation>Noch keine Firma ist verbunden</translation>
    </message>
    <message>
        <source>Add a connection, or try the sample company: both are on the Settings tab.</source>
        <translation>Fügen Sie eine Verbindung hinzu oder probieren Sie die Beispielfirma: beides auf dem Reiter Einstellungen.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Copy A&amp;ll</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>Clo&amp;se</source>
        <translation>Schließ&amp;en</translation>
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>Paste the address</source>
        <translation>Adresse einfügen</translation>
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>1. Open this page in any browser, sign in and allow access:</source>
        <translation>1. Öffnen Sie diese Seite in einem beliebigen Browser, melden Sie sich an und erlauben Sie den Zugriff:</translation>
    </message>
    <message>
        <source>2. The browser ends at an address with 'code=' in it. Even if that page cannot be shown, copy the whole address from the browser's address line and paste it here soon: it holds for some minutes only.</source>
        <translation>2. Der Browser endet bei einer Adresse mit „code=“ darin. Auch wenn diese Seite nicht angezeigt werden kann: kopieren Sie die ganze Adresse aus der Adresszeile des Browsers und fügen Sie sie bald hier ein; sie gilt nur einige Minuten.</translation>
    </message>
    <message>
        <source>Address the browser ended a&amp;t:</source>
        <translation>Adresse, bei der der Browser en&amp;dete:</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Reads both sides in full and writes nothing (F5)</source>
        <translation>Liest beide Seiten vollständig und schreibt nichts (F5)</translation>
    </message>
    <message>
        <source>All Time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>This Month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last Month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This Year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last Year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Custom Dates</source>
        <translation>Eigene Daten</translation>
    </message>
    <message>
        <source>Invoices &amp;dated:</source>
        <translation>Rechnungen v&amp;om:</translation>
    </message>
    <message>
        <source>&amp;from</source>
        <translation>vo&amp;n</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;bis</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>dem Anfang</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>dem Ende</translation>
    </message>
    <message>
        <source>The last day lies before the first. Put the earlier day first.</source>
        <translation>Der letzte Tag liegt vor dem ersten. Setzen Sie den früheren an den Anfang.</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
</context>
<context>
    <name>ReconnectPage</name>
    <message>
        <source>Reconnect {name}</source>
        <translation>{name} neu verbinden</translation>
    </message>
    <message>
        <source>Signing in again gives SyncDesk a new permission to read. Links and history stay as they are.</source>
        <translation>Eine neue Anmeldung gibt SyncDesk eine neue Leseerlaubnis. Zuordnungen und Verlauf bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>This is another company than before. The next run notices that and waits for your word before it writes anything.</source>
        <translation>Das ist eine andere Firma als zuvor. Der nächste Lauf bemerkt das und wartet auf Ihr Wort, bevor er etwas schreibt.</translation>
    </message>
    <message>
        <source>Use &amp;This Company</source>
        <translation>&amp;Diese Firma verwenden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>Remove Connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove the connection '{name}'?</source>
        <translation>Die Verbindung „{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Nothing is touched in the books or in the job database. SyncDesk only forgets how the two belong together; to connect them again, this would have to be set up anew.</source>
        <translation>Weder in der Buchhaltung noch in der Auftragsdatenbank wird etwas angetastet. SyncDesk vergisst nur, wie die beiden zusammengehören; um sie wieder zu verbinden, müsste dies neu eingerichtet werden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Careful: what anybody enters here by hand is overwritten by the next run, unasked.</source>
        <translation>Vorsicht: was hier von Hand eingetragen wird, überschreibt der nächste Lauf ungefragt.</translation>
    </message>
    <message>
        <source>Careful: Paid Amount then holds more than the money that came in, credit notes too.</source>
        <translation>Vorsicht: Bezahlter Betrag enthält dann mehr als das eingegangene Geld, auch Gutschriften.</translation>
    </message>
    <message>
        <source>All: drafts and cancelled invoices too</source>
        <translation>Alle: auch Entwürfe und stornierte Rechnungen</translation>
    </message>
    <message>
        <source>Issued and cancelled ones, no drafts</source>
        <translation>Ausgestellte und stornierte, keine Entwürfe</translation>
    </message>
    <message>
        <source>Issued ones and drafts, no cancelled ones</source>
        <translation>Ausgestellte und Entwürfe, keine stornierten</translation>
    </message>
    <message>
        <source>Issued ones only</source>
        <translation>Nur ausgestellte</translation>
    </message>
    <message>
        <source>Ask me: the row waits until I decide</source>
        <translation>Mich fragen: die Zeile wartet, bis ich entscheide</translation>
    </message>
    <message>
        <source>The books win: write their figures</source>
        <translation>Die Buchhaltung gilt: ihre Zahlen schreiben</translation>
    </message>
    <message>
        <source>Keep what was changed here, until the books change again</source>
        <translation>Behalten, was hier geändert wurde, bis sich die Buchhaltung wieder ändert</translation>
    </message>
    <message>
        <source>Money only: payments less refunds</source>
        <translation>Nur Geld: Zahlungen abzüglich Erstattungen</translation>
    </message>
    <message>
        <source>Everything that settles, credit notes too</source>
        <translation>Alles, was ausgleicht, auch Gutschriften</translation>
    </message>
    <message>
        <source>Yes: the day the total is covered by money and credits</source>
        <translation>Ja: der Tag, an dem Geld und Gutschriften die Summe decken</translation>
    </message>
    <message>
        <source>No: the day the total is covered by money alone</source>
        <translation>Nein: der Tag, an dem Geld allein die Summe deckt</translation>
    </message>
    <message>
        <source>Company time &amp;zone:</source>
        <translation>&amp;Zeitzone der Firma:</translation>
    </message>
    <message>
        <source>Decides when a day begins. Type a part of the name to find it.</source>
        <translation>Bestimmt, wann ein Tag beginnt. Geben Sie einen Teil des Namens ein, um sie zu finden.</translation>
    </message>
    <message>
        <source>If a figure was changed here:</source>
        <translation>Wenn hier eine Zahl geändert wurde:</translation>
    </message>
    <message>
        <source>What a run does with a row whose figures are not those it last wrote.</source>
        <translation>Was ein Lauf mit einer Zeile tut, deren Zahlen nicht die zuletzt von ihm geschriebenen sind.</translation>
    </message>
    <message>
        <source>Paid Amount is:</source>
        <translation>Bezahlter Betrag ist:</translation>
    </message>
    <message>
        <source>Credit notes, discounts and write-offs are no money: usually they are shown apart.</source>
        <translation>Gutschriften, Skonti und Ausbuchungen sind kein Geld: meist werden sie gesondert gezeigt.</translation>
    </message>
    <message>
        <source>May credits set Date Paid?</source>
        <translation>Können Gutschriften Bezahlt am setzen?</translation>
    </message>
    <message>
        <source>A credit note can close an invoice without any money. Does that make it paid?</source>
        <translation>Eine Gutschrift kann eine Rechnung ohne Geld ausgleichen. Ist sie damit bezahlt?</translation>
    </message>
    <message>
        <source>Invoices to look at:</source>
        <translation>Betrachtete Rechnungen:</translation>
    </message>
    <message>
        <source>By their status in the books. One written here and cancelled later is taken back anyway.</source>
        <translation>Nach ihrem Stand in der Buchhaltung. Was hier geschrieben und später storniert wurde, wird trotzdem zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>{company}: nothing is written by a preview. You can go on working in the other tabs.</source>
        <translation>{company}: eine Vorschau schreibt nichts. Sie können in den anderen Reitern weiterarbeiten.</translation>
    </message>
    <message>
        <source>{company}: you can go on working in the other tabs, and stop at any time.</source>
        <translation>{company}: Sie können in den anderen Reitern weiterarbeiten und jederzeit anhalten.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{left} left</source>
        <translation>noch {left}</translation>
    </message>
    <message>
        <source>It goes on at {time}, in {left}</source>
        <translation>Es geht um {time} weiter, in {left}</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>The row under way is finished first, so that nothing is half written.</source>
        <translation>Die begonnene Zeile wird noch fertig, damit nichts halb geschrieben ist.</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>The whole run waits. Nothing was written.</source>
        <translation>Der ganze Lauf wartet. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Check that these are the right books and the right job database. Nothing is lost: the rows below stay due.</source>
        <translation>Prüfen Sie, ob dies die richtige Buchhaltung und die richtige Auftragsdatenbank sind. Nichts geht verloren: die Zeilen unten stehen weiter an.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Write These %n Change(s)</source>
        <translation>
            <numerusform>Diese &amp;Änderung schreiben</numerusform>
            <numerusform>Diese %n &amp;Änderungen schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been written yet. Untick the rows that should be left out.</source>
        <translation>Noch wurde nichts geschrieben. Nehmen Sie den Haken bei den Zeilen heraus, die wegbleiben sollen.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) would be written.</source>
        <translation>
            <numerusform>%n Änderung würde geschrieben.</numerusform>
            <numerusform>%n Änderungen würden geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be written: the job database already agrees with the books.</source>
        <translation>Nichts würde geschrieben: die Auftragsdatenbank stimmt schon mit der Buchhaltung überein.</translation>
    </message>
    <message>
        <source>Nothing would be written.</source>
        <translation>Nichts würde geschrieben.</translation>
    </message>
    <message>
        <source>Nothing has changed in the books since then. Everything is up to date.</source>
        <translation>Seither hat sich in der Buchhaltung nichts geändert. Alles ist auf dem Stand.</translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) brought up to date.</source>
        <translation>
            <numerusform>%n Rechnung auf den Stand gebracht.</numerusform>
            <numerusform>%n Rechnungen auf den Stand gebracht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Nothing had to be written: the job database already agrees with the books.</source>
        <translation>Nichts musste geschrieben werden: die Auftragsdatenbank stimmt schon mit der Buchhaltung überein.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>Angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n invoice(s) were written.</source>
        <translation>
            <numerusform>Angehalten, nachdem %n Rechnung geschrieben war.</numerusform>
            <numerusform>Angehalten, nachdem %n Rechnungen geschrieben waren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every row is whole. What was not reached stays due for the next run.</source>
        <translation>Jede Zeile ist ganz. Was nicht erreicht wurde, bleibt für den nächsten Lauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be brought up to date and will be tried again.</source>
        <translation>
            <numerusform>%n Zeile konnte nicht auf den Stand gebracht werden und wird wieder versucht.</numerusform>
            <numerusform>%n Zeilen konnten nicht auf den Stand gebracht werden und werden wieder versucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait for a person.</source>
        <translation>
            <numerusform>%n Zeile wartet auf einen Menschen.</numerusform>
            <numerusform>%n Zeilen warten auf einen Menschen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) are not in the job database yet.</source>
        <translation>
            <numerusform>%n Rechnung ist noch nicht in der Auftragsdatenbank.</numerusform>
            <numerusform>%n Rechnungen sind noch nicht in der Auftragsdatenbank.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out and stay due.</source>
        <translation>
            <numerusform>%n Zeile blieb weg und steht weiter an.</numerusform>
            <numerusform>%n Zeilen blieben weg und stehen weiter an.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Some of your rows, as SyncDesk reads them</source>
        <translation>Einige Ihrer Zeilen, wie SyncDesk sie liest</translation>
    </message>
    <message>
        <source>They are shown once table and columns are chosen.</source>
        <translation>Sie erscheinen, sobald Tabelle und Spalten gewählt sind.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The table has no rows yet.</source>
        <translation>Die Tabelle hat noch keine Zeilen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) below cannot be read; look at the columns and formats.</source>
        <translation>
            <numerusform>%n Zeile unten kann nicht gelesen werden; sehen Sie sich Spalten und Formate an.</numerusform>
            <numerusform>%n Zeilen unten können nicht gelesen werden; sehen Sie sich Spalten und Formate an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do they say what you know of these invoices? What is stored stands in brackets.</source>
        <translation>Sagen sie, was Sie von diesen Rechnungen wissen? Das Gespeicherte steht in Klammern.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>In the books</source>
        <translation>In der Buchhaltung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Bezahlter Betrag</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>{stored}: cannot be read</source>
        <translation>{stored}: nicht lesbar</translation>
    </message>
    <message>
        <source>{text}, stored as {stored}</source>
        <translation>{text}, gespeichert als {stored}</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search invoices</source>
        <translation>Rechnungen suchen</translation>
    </message>
    <message>
        <source>Number or customer, or total&gt;100, state:unpaid, date:2026-01</source>
        <translation>Nummer oder Kunde, oder total&gt;100, state:unpaid, date:2026-01</translation>
    </message>
</context>
<context>
    <name>SearchTab</name>
    <message>
        <source>Export Invoices</source>
        <translation>Rechnungen exportieren</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>{count} invoices were written to {file}.</source>
        <translation>{count} Rechnungen wurden in {file} geschrieben.</translation>
    </message>
    <message>
        <source>State: {state}</source>
        <translation>Stand: {state}</translation>
    </message>
    <message>
        <source>all invoices</source>
        <translation>alle Rechnungen</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Invoices of the job database</source>
        <translation>Rechnungen der Auftragsdatenbank</translation>
    </message>
    <message>
        <source>Expl&amp;ain</source>
        <translation>Erkl&amp;ären</translation>
    </message>
    <message>
        <source>Where the figures of the selected invoice come from</source>
        <translation>Woher die Zahlen der gewählten Rechnung kommen</translation>
    </message>
    <message>
        <source>Expo&amp;rt…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>{shown} of {all} invoices</source>
        <translation>{shown} von {all} Rechnungen</translation>
    </message>
    <message>
        <source>The job database has {all} invoices. Clear the search and the state to see them.</source>
        <translation>Die Auftragsdatenbank hat {all} Rechnungen. Leeren Sie Suche und Stand, um sie zu sehen.</translation>
    </message>
    <message>
        <source>No invoice fits this search</source>
        <translation>Keine Rechnung passt zu dieser Suche</translation>
    </message>
    <message>
        <source>&amp;Clear Search</source>
        <translation>Suche &amp;leeren</translation>
    </message>
    <message>
        <source>The job database has no invoices</source>
        <translation>Die Auftragsdatenbank hat keine Rechnungen</translation>
    </message>
    <message>
        <source>The table this connection is set up for has no rows. Settings says which one it is.</source>
        <translation>Die Tabelle, für die diese Verbindung eingerichtet ist, hat keine Zeilen. Die Einstellungen sagen, welche es ist.</translation>
    </message>
    <message>
        <source>Reading all invoices… meanwhile the first {count}</source>
        <translation>Alle Rechnungen werden gelesen… inzwischen die ersten {count}</translation>
    </message>
    <message>
        <source>Reading the invoices…</source>
        <translation>Die Rechnungen werden gelesen…</translation>
    </message>
    <message>
        <source>The invoices cannot be shown</source>
        <translation>Die Rechnungen können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The message above says what to do.</source>
        <translation>Die Meldung oben sagt, was zu tun ist.</translation>
    </message>
    <message>
        <source>Try Agai&amp;n</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No company is connected yet</source>
        <translation>Noch keine Firma ist verbunden</translation>
    </message>
    <message>
        <source>Add a connection, or try the sample company: both are on the Settings tab.</source>
        <translation>Fügen Sie eine Verbindung hinzu oder probieren Sie die Beispielfirma: beides auf dem Reiter Einstellungen.</translation>
    </message>
    <message>
        <source>O&amp;pen Settings</source>
        <translation>Einstellungen ö&amp;ffnen</translation>
    </message>
    <message>
        <source>S&amp;tate:</source>
        <translation>S&amp;tand:</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide {what}</source>
        <translation>{what} verbergen</translation>
    </message>
    <message>
        <source>Show {what}</source>
        <translation>{what} zeigen</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>Take Up Again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Discard It</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>The unfinished connection was discarded.</source>
        <translation>Die unfertige Verbindung wurde verworfen.</translation>
    </message>
    <message>
        <source>'{name}' was removed. Books and job database were not touched.</source>
        <translation>„{name}“ wurde entfernt. Buchhaltung und Auftragsdatenbank blieben unberührt.</translation>
    </message>
    <message>
        <source>'{name}' is saved.</source>
        <translation>„{name}“ ist gespeichert.</translation>
    </message>
    <message>
        <source>'{name}' is connected again. Links and history are as they were.</source>
        <translation>„{name}“ ist wieder verbunden. Zuordnungen und Verlauf sind wie zuvor.</translation>
    </message>
    <message>
        <source>{name} is not finished, but set aside until SyncDesk is closed.</source>
        <translation>{name} ist nicht fertig, aber beiseitegelegt, bis SyncDesk geschlossen wird.</translation>
    </message>
    <message>
        <source>The changes to {name} are not saved, but set aside.</source>
        <translation>Die Änderungen an {name} sind nicht gespeichert, aber beiseitegelegt.</translation>
    </message>
</context>
<context>
    <name>SetupCheck</name>
    <message>
        <source>Check Set-up</source>
        <translation>Einrichtung prüfen</translation>
    </message>
    <message>
        <source>Check Set-up: {name}</source>
        <translation>Einrichtung prüfen: {name}</translation>
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
        <source>S&amp;upport File…</source>
        <translation>S&amp;upportdatei…</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Was angesehen wurde</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Books and job database are asked; nothing is written.</source>
        <translation>Buchhaltung und Auftragsdatenbank werden gefragt; nichts wird geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>%n Sache ist zu berichtigen</numerusform>
            <numerusform>%n Sachen sind zu berichtigen</numerusform>
        </translation>
    </message>
    <message>
        <source>In the order in which they are best seen to. Nothing was written.</source>
        <translation>In der Reihenfolge, in der man sie am besten angeht. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The set-up holds</source>
        <translation>Die Einrichtung stimmt</translation>
    </message>
    <message>
        <source>Everything was looked at. Nothing was written.</source>
        <translation>Alles wurde angesehen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The set-up could not be looked at</source>
        <translation>Die Einrichtung konnte nicht angesehen werden</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Stimmt</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Stimmt nicht</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Wissenswert</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Preview First Run</source>
        <translation>Ersten Lauf vorab ansehen</translation>
    </message>
    <message>
        <source>Show Waiting</source>
        <translation>Wartende zeigen</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>Diese zeigen</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>the company</source>
        <translation>die Firma</translation>
    </message>
    <message>
        <source>Choose the company to go on</source>
        <translation>Wählen Sie die Firma, um weiterzugehen</translation>
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>There is no company that may be read.</source>
        <translation>Es gibt keine Firma, die gelesen werden darf.</translation>
    </message>
    <message>
        <source>Sign in again as somebody who may see the company's books, and allow access.</source>
        <translation>Melden Sie sich als jemand an, der die Bücher der Firma sehen darf, und erlauben Sie den Zugriff.</translation>
    </message>
    <message>
        <source>Your browser could not be opened.</source>
        <translation>Ihr Browser konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Copy the address and open it in a browser yourself.</source>
        <translation>Kopieren Sie die Adresse und öffnen Sie sie selbst in einem Browser.</translation>
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>SyncDesk only reads: nothing is ever written to your books. If the page of {label} speaks of full access, it is because it offers nothing smaller.</source>
        <translation>SyncDesk liest nur: in Ihre Buchhaltung wird nie etwas geschrieben. Wenn die Seite von {label} von Vollzugriff spricht, dann weil sie nichts Kleineres anbietet.</translation>
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>More fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>There are no further settings for these books.</source>
        <translation>Für diese Buchhaltung gibt es keine weiteren Einstellungen.</translation>
    </message>
    <message>
        <source>Kept in the password store; fill in to change it</source>
        <translation>Liegt im Passwortspeicher; zum Ändern ausfüllen</translation>
    </message>
</context>
<context>
    <name>StartDates</name>
    <message>
        <source>Look for payments changed since</source>
        <translation>Zahlungen suchen, geändert seit</translation>
    </message>
    <message>
        <source>Custom start date</source>
        <translation>Eigenes Startdatum</translation>
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>&amp;Preview</source>
        <translation>&amp;Vorschau</translation>
    </message>
    <message>
        <source>Shows what a run would write, and writes nothing</source>
        <translation>Zeigt, was ein Lauf schreiben würde, und schreibt nichts</translation>
    </message>
    <message>
        <source>&amp;Run Sync</source>
        <translation>A&amp;bgleich starten</translation>
    </message>
    <message>
        <source>Look for payments changed since</source>
        <translation>Zahlungen suchen, geändert seit</translation>
    </message>
    <message>
        <source>Not sure? Choose an early date. Looking at more does no harm, and you can stop at any time.</source>
        <translation>Unsicher? Wählen Sie ein frühes Datum. Mehr anzusehen schadet nicht, und Sie können jederzeit anhalten.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;nhalten</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {here} of {all}: {name}</source>
        <translation>Schritt {here} von {all}: {name}</translation>
    </message>
</context>
<context>
    <name>StorySection</name>
    <message>
        <source>Why this invoice is not syncing</source>
        <translation>Warum diese Rechnung nicht abgeglichen wird</translation>
    </message>
    <message>
        <source>Accept &amp;Books</source>
        <translation>Buchhaltung &amp;übernehmen</translation>
    </message>
    <message>
        <source>Ig&amp;nore</source>
        <translation>I&amp;gnorieren</translation>
    </message>
    <message>
        <source>Unlin&amp;k</source>
        <translation>&amp;Zuordnung lösen</translation>
    </message>
    <message>
        <source>Kee&amp;p This</source>
        <translation>Dies &amp;behalten</translation>
    </message>
    <message>
        <source>Ask Agai&amp;n</source>
        <translation>Wieder &amp;fragen</translation>
    </message>
    <message>
        <source>Link by Han&amp;d…</source>
        <translation>&amp;Von Hand zuordnen…</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Runs &amp;work on this invoice (off: only you do)</source>
        <translation>Läufe bearbeiten diese Rechnung (aus: &amp;nur Sie)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Runs sync this invoice again.</source>
        <translation>Läufe gleichen diese Rechnung wieder ab.</translation>
    </message>
    <message>
        <source>Runs leave this invoice out.</source>
        <translation>Läufe lassen diese Rechnung aus.</translation>
    </message>
    <message>
        <source>Linked to the invoice {number}. Sync writes its figures.</source>
        <translation>Der Rechnung {number} zugeordnet. Der Abgleich schreibt ihre Zahlen.</translation>
    </message>
    <message>
        <source>Unlinked. The figures in this row stay as they are.</source>
        <translation>Zuordnung gelöst. Die Zahlen dieser Zeile bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Looking at the books and at this row…</source>
        <translation>Buchhaltung und diese Zeile werden angesehen…</translation>
    </message>
    <message>
        <source>Sync started</source>
        <translation>Abgleich begonnen</translation>
    </message>
    <message>
        <source>A run is under way. This invoice waits and is taken up next.</source>
        <translation>Ein Lauf ist im Gang. Diese Rechnung wartet und kommt als Nächstes dran.</translation>
    </message>
    <message>
        <source>What was asked for meanwhile is done.</source>
        <translation>Was inzwischen gewünscht wurde, ist erledigt.</translation>
    </message>
    <message>
        <source>Not synced.</source>
        <translation>Nicht abgeglichen.</translation>
    </message>
    <message>
        <source>Synced: the row was brought up to date.</source>
        <translation>Abgeglichen: die Zeile wurde auf den Stand gebracht.</translation>
    </message>
    <message>
        <source>Synced: the row was right already.</source>
        <translation>Abgeglichen: die Zeile stimmte schon.</translation>
    </message>
    <message>
        <source>Not everything that was asked for meanwhile could be synced: see Failed in the list.</source>
        <translation>Nicht alles inzwischen Gewünschte konnte abgeglichen werden: siehe Fehlgeschlagen in der Liste.</translation>
    </message>
    <message>
        <source>Stopped. The row is as it was, or whole.</source>
        <translation>Angehalten. Die Zeile ist wie zuvor oder ganz.</translation>
    </message>
    <message>
        <source>Say which invoice of the books belongs to this row.</source>
        <translation>Sagen, welche Rechnung der Buchhaltung zu dieser Zeile gehört.</translation>
    </message>
    <message>
        <source>Take this row and its invoice of the books apart. The figures stay as they are.</source>
        <translation>Diese Zeile von ihrer Rechnung der Buchhaltung trennen. Die Zahlen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Look at the books now and bring this one row up to date.</source>
        <translation>Jetzt in die Buchhaltung sehen und diese eine Zeile auf den Stand bringen.</translation>
    </message>
    <message>
        <source>Syn&amp;c</source>
        <translation>Abglei&amp;chen</translation>
    </message>
    <message>
        <source>Resyn&amp;c</source>
        <translation>Neu abglei&amp;chen</translation>
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation>N&amp;och einmal versuchen</translation>
    </message>
</context>
<context>
    <name>SupportFile</name>
    <message>
        <source>Support File</source>
        <translation>Supportdatei</translation>
    </message>
    <message>
        <source>This is all that would be saved: versions, settings, checks, the latest runs, the end of the log. Passwords and tokens are removed. Take out what nobody else should read. Nothing is sent by itself.</source>
        <translation>Das ist alles, was gespeichert würde: Versionen, Einstellungen, Prüfungen, die letzten Läufe, das Ende des Protokolls. Passwörter und Tokens sind entfernt. Nehmen Sie heraus, was sonst niemand lesen soll. Nichts wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>Support file</source>
        <translation>Supportdatei</translation>
    </message>
    <message>
        <source>Gathering…</source>
        <translation>Wird gesammelt…</translation>
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation>Alles &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save Support File</source>
        <translation>Supportdatei speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Als {file} gespeichert.</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy Rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy Cell</source>
        <translation>Zelle kopieren</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Shows only these rows</source>
        <translation>Zeigt nur diese Zeilen</translation>
    </message>
</context>
<context>
    <name>TokenPage</name>
    <message>
        <source>Use a refresh token</source>
        <translation>Refresh-Token verwenden</translation>
    </message>
    <message>
        <source>Use I&amp;t</source>
        <translation>Ver&amp;wenden</translation>
    </message>
    <message>
        <source>It is tried at once and kept in this computer's password store. From then on SyncDesk renews it; if another program used the same token, one of the two would be locked out.</source>
        <translation>Er wird sofort ausprobiert und im Passwortspeicher dieses Computers aufbewahrt. Von da an erneuert SyncDesk ihn; benutzte ein anderes Programm denselben Token, würde eines von beiden ausgesperrt.</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>R&amp;efresh token:</source>
        <translation>R&amp;efresh-Token:</translation>
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>More currencies: {count}</source>
        <translation>Weitere Währungen: {count}</translation>
    </message>
    <message>
        <source>No currency</source>
        <translation>Keine Währung</translation>
    </message>
    <message>
        <source>{currency} (invoices: {count})</source>
        <translation>{currency} (Rechnungen: {count})</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{sum} (not known: {count})</source>
        <translation>{sum} (unbekannt: {count})</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open SyncDesk</source>
        <translation>SyncDesk öffnen</translation>
    </message>
    <message>
        <source>Run Sync</source>
        <translation>Abgleich starten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>UndoPanel</name>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>Rows of the undo</source>
        <translation>Zeilen der Rücknahme</translation>
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation>Grund der aktuellen Zeile</translation>
    </message>
    <message>
        <source>Looking at the rows of the run…</source>
        <translation>Die Zeilen des Laufs werden angesehen…</translation>
    </message>
    <message>
        <source>Putting rows back…</source>
        <translation>Zeilen werden zurückgesetzt…</translation>
    </message>
    <message>
        <source>Nothing was put back.</source>
        <translation>Nichts wurde zurückgesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) will not be touched: see the reason.</source>
        <translation>
            <numerusform>%n Zeile wird nicht angetastet: siehe den Grund.</numerusform>
            <numerusform>%n Zeilen werden nicht angetastet: siehe den Grund.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo: Put %n Row(s) Back</source>
        <translation>
            <numerusform>&amp;Rückgängig: %n Zeile zurücksetzen</numerusform>
            <numerusform>&amp;Rückgängig: %n Zeilen zurücksetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>What is put back then waits until you start a run; automatic runs leave it alone.</source>
        <translation>Was zurückgesetzt wird, wartet dann, bis Sie einen Lauf starten; automatische Läufe lassen es in Ruhe.</translation>
    </message>
    <message>
        <source>Nothing can be put back.</source>
        <translation>Nichts kann zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>Take the undo of {when} back?</source>
        <translation>Die Rücknahme von {when} zurücknehmen?</translation>
    </message>
    <message>
        <source>Undo the run of {when}?</source>
        <translation>Den Lauf von {when} rückgängig machen?</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) put back.</source>
        <translation>
            <numerusform>%n Zeile zurückgesetzt.</numerusform>
            <numerusform>%n Zeilen zurückgesetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not touched.</source>
        <translation>
            <numerusform>%n Zeile nicht angetastet.</numerusform>
            <numerusform>%n Zeilen nicht angetastet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. {rest}</source>
        <translation>Angehalten. {rest}</translation>
    </message>
    <message>
        <source>What was put back waits until you start a run. This undo can itself be undone.</source>
        <translation>Was zurückgesetzt wurde, wartet, bis Sie einen Lauf starten. Auch diese Rücknahme kann rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>UpdateResults</name>
    <message>
        <source>Write &amp;Anyway…</source>
        <translation>&amp;Trotzdem schreiben…</translation>
    </message>
    <message>
        <source>Reco&amp;nnect</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Rows of this run</source>
        <translation>Zeilen dieses Laufs</translation>
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation>Grund der aktuellen Zeile</translation>
    </message>
    <message>
        <source>No invoice changed in the books since the start date.</source>
        <translation>Seit dem Startdatum hat sich in der Buchhaltung keine Rechnung geändert.</translation>
    </message>
    <message>
        <source>No rows</source>
        <translation>Keine Zeilen</translation>
    </message>
    <message>
        <source>{result}: no rows</source>
        <translation>{result}: keine Zeilen</translation>
    </message>
    <message>
        <source>No invoice of this run ended up here.</source>
        <translation>Keine Rechnung dieses Laufs ist hier gelandet.</translation>
    </message>
    <message>
        <source>Show All Rows</source>
        <translation>Alle Zeilen zeigen</translation>
    </message>
    <message numerus="yes">
        <source>S&amp;ee %n Waiting Row(s)</source>
        <translation>
            <numerusform>%n wartende Zeile &amp;ansehen</numerusform>
            <numerusform>%n wartende Zeilen &amp;ansehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateTab</name>
    <message>
        <source>Write anyway?</source>
        <translation>Trotzdem schreiben?</translation>
    </message>
    <message>
        <source>If the books are right, go on: what they say is written. It can be undone in History. If they are not, for example after a restored backup, put them right first.</source>
        <translation>Wenn die Buchhaltung stimmt, machen Sie weiter: was sie sagt, wird geschrieben. Im Verlauf kann es rückgängig gemacht werden. Wenn nicht, zum Beispiel nach einer zurückgespielten Sicherung, bringen Sie sie zuerst in Ordnung.</translation>
    </message>
    <message>
        <source>Write Anyway</source>
        <translation>Trotzdem schreiben</translation>
    </message>
    <message>
        <source>Leave As It Is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Preview started</source>
        <translation>Vorschau begonnen</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>Lauf begonnen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing was written. What was not reached stays due for the next run.</source>
        <translation>Nichts wurde geschrieben. Was nicht erreicht wurde, bleibt für den nächsten Lauf.</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>A connection pairs your books with your job database. Nothing runs without one.</source>
        <translation>Eine Verbindung verbindet Ihre Buchhaltung mit Ihrer Auftragsdatenbank. Ohne sie läuft nichts.</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>Noch wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>Press Run Sync. The first run shows what it would write, and waits for your word.</source>
        <translation>Drücken Sie „Abgleich starten“. Der erste Lauf zeigt, was er schreiben würde, und wartet auf Ihr Wort.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Choose a start date and press Run Sync. Nothing is read or written before that.</source>
        <translation>Wählen Sie ein Startdatum und drücken Sie „Abgleich starten“. Vorher wird nichts gelesen oder geschrieben.</translation>
    </message>
</context>
<context>
    <name>VersionBox</name>
    <message>
        <source>New Version</source>
        <translation>Neue Version</translation>
    </message>
    <message>
        <source>Look &amp;once a day</source>
        <translation>&amp;Einmal am Tag nachsehen</translation>
    </message>
    <message>
        <source>Open &amp;Download Page</source>
        <translation>&amp;Downloadseite öffnen</translation>
    </message>
    <message>
        <source>&amp;Skip This Version</source>
        <translation>Diese Version ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation>&amp;Nochmals nachsehen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>SyncDesk {version} is available</source>
        <translation>SyncDesk {version} ist verfügbar</translation>
    </message>
    <message>
        <source>You have {this}. The page says what is new and has the download. Install it while SyncDesk is closed; settings and history stay.</source>
        <translation>Sie haben {this}. Auf der Seite stehen die Neuerungen und der Download. Installieren Sie, während SyncDesk geschlossen ist; Einstellungen und Verlauf bleiben.</translation>
    </message>
    <message>
        <source>This is the newest version</source>
        <translation>Dies ist die neueste Version</translation>
    </message>
    <message>
        <source>You have SyncDesk {this}.</source>
        <translation>Sie haben SyncDesk {this}.</translation>
    </message>
    <message>
        <source>Updates come by themselves</source>
        <translation>Aktualisierungen kommen von selbst</translation>
    </message>
    <message>
        <source>You have SyncDesk {this}. What it was installed with keeps it up to date.</source>
        <translation>Sie haben SyncDesk {this}. Womit es installiert wurde, das hält es aktuell.</translation>
    </message>
    <message>
        <source>This copy cannot look for newer versions</source>
        <translation>Diese Ausgabe kann nicht nach neueren Versionen sehen</translation>
    </message>
    <message>
        <source>You have SyncDesk {this}. Nobody said where newer ones are published when it was built; whoever gave it to you knows.</source>
        <translation>Sie haben SyncDesk {this}. Beim Erstellen wurde nicht angegeben, wo neuere erscheinen; wer es Ihnen gegeben hat, weiß es.</translation>
    </message>
    <message>
        <source>It asks {host} for the number of the newest version. Nothing of yours is sent, and nothing is installed by itself.</source>
        <translation>Gefragt wird {host} nach der Nummer der neuesten Version. Nichts von Ihnen wird gesendet, und nichts wird von selbst installiert.</translation>
    </message>
    <message>
        <source>Last looked: {when}.</source>
        <translation>Zuletzt nachgesehen: {when}.</translation>
    </message>
</context>
<context>
    <name>VersionWatch</name>
    <message>
        <source>Restart SyncDesk</source>
        <translation>SyncDesk neu starten</translation>
    </message>
    <message>
        <source>SyncDesk {version} is available</source>
        <translation>SyncDesk {version} ist verfügbar</translation>
    </message>
    <message>
        <source>SyncDesk was updated while it was open</source>
        <translation>SyncDesk wurde aktualisiert, während es offen war</translation>
    </message>
    <message>
        <source>Restart it to go on: until then nothing is written.</source>
        <translation>Starten Sie es neu, um fortzufahren: Bis dahin wird nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>ViewInBooks</name>
    <message>
        <source>the books</source>
        <translation>der Buchhaltung</translation>
    </message>
    <message>
        <source>View in {label}</source>
        <translation>In {label} ansehen</translation>
    </message>
    <message>
        <source>{label} gives this invoice no address that a browser could open.</source>
        <translation>{label} gibt dieser Rechnung keine Adresse, die ein Browser öffnen könnte.</translation>
    </message>
    <message>
        <source>Your browser could not be opened. The address is {address}</source>
        <translation>Ihr Browser konnte nicht geöffnet werden. Die Adresse ist {address}</translation>
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views</source>
        <translation>Sichten</translation>
    </message>
    <message>
        <source>Searches under a name: those given, and your own</source>
        <translation>Suchen unter einem Namen: die gegebenen und Ihre eigenen</translation>
    </message>
    <message>
        <source>Keep This Search</source>
        <translation>Diese Suche behalten</translation>
    </message>
    <message>
        <source>Name of the view for '{query}':</source>
        <translation>Name der Sicht für „{query}“:</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>'{name}' is there for everybody. Choose another name.</source>
        <translation>„{name}“ gibt es für alle. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The search is kept as '{name}'.</source>
        <translation>Die Suche ist als „{name}“ aufbewahrt.</translation>
    </message>
    <message>
        <source>Keep This Search…</source>
        <translation>Diese Suche behalten…</translation>
    </message>
    <message>
        <source>Drop a View</source>
        <translation>Sicht entfernen</translation>
    </message>
    <message>
        <source>The view '{name}' is dropped.</source>
        <translation>Die Sicht „{name}“ ist entfernt.</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Give U&amp;p</source>
        <translation>&amp;Aufgeben</translation>
    </message>
    <message>
        <source>No page opened? This is its address:</source>
        <translation>Keine Seite geöffnet? Das ist ihre Adresse:</translation>
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation>Wartet auf Ihren Browser…</translation>
    </message>
    <message>
        <source>Sign in at {label} and allow access. This page goes on by itself.</source>
        <translation>Melden Sie sich bei {label} an und erlauben Sie den Zugriff. Diese Seite geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Augenblick…</translation>
    </message>
    <message>
        <source>{label} is being asked.</source>
        <translation>{label} wird gefragt.</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Your browser could not be opened. Open this address in it yourself:</source>
        <translation>Ihr Browser konnte nicht geöffnet werden. Öffnen Sie diese Adresse selbst:</translation>
    </message>
</context>
<context>
    <name>WaitingTab</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Was wartet</translation>
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation>Grund der aktuellen Zeile</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>Über&amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wieder versuchen</translation>
    </message>
    <message>
        <source>Try again now, whether it is due or not.</source>
        <translation>Jetzt wieder versuchen, ob es ansteht oder nicht.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>Zu berichtigen</translation>
    </message>
    <message>
        <source>Ignor&amp;e</source>
        <translation>I&amp;gnorieren</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Kept or ignored</source>
        <translation>Behalten oder ignoriert</translation>
    </message>
    <message>
        <source>Invoice, customer or reason</source>
        <translation>Rechnung, Kunde oder Grund</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>&amp;Zeigen:</translation>
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation>Su&amp;chen:</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>What waits is listed here once there is a connection.</source>
        <translation>Was wartet, steht hier, sobald es eine Verbindung gibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of other kinds, or without these words.</source>
        <translation>
            <numerusform>%n Zeile anderer Art oder ohne diese Wörter.</numerusform>
            <numerusform>%n Zeilen anderer Art oder ohne diese Wörter.</numerusform>
        </translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>Show Everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Every invoice that was found has been dealt with.</source>
        <translation>Jede gefundene Rechnung ist erledigt.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Looking at the books and the rows once more…</source>
        <translation>Buchhaltung und Zeilen werden noch einmal angesehen…</translation>
    </message>
    <message>
        <source>Nothing waits there any more.</source>
        <translation>Dort wartet nichts mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written.</source>
        <translation>
            <numerusform>%n Zeile geschrieben.</numerusform>
            <numerusform>%n Zeilen geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left as they are.</source>
        <translation>
            <numerusform>%n Zeile gelassen, wie sie ist.</numerusform>
            <numerusform>%n Zeilen gelassen, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) still wait.</source>
        <translation>
            <numerusform>%n Zeile wartet noch.</numerusform>
            <numerusform>%n Zeilen warten noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be written.</source>
        <translation>Nichts musste geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing was answered.</source>
        <translation>Nichts wurde beantwortet.</translation>
    </message>
    <message>
        <source>Stopped. What was not reached waits on.</source>
        <translation>Angehalten. Was nicht erreicht wurde, wartet weiter.</translation>
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>&amp;Sign In with Your Browser</source>
        <translation>Mit dem &amp;Browser anmelden</translation>
    </message>
    <message>
        <source>&amp;Paste the Address Instead</source>
        <translation>Stattdessen die Adresse &amp;einfügen</translation>
    </message>
    <message>
        <source>I Have a Refresh Toke&amp;n</source>
        <translation>Ich habe einen Refresh-Toke&amp;n</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>Andere Wege</translation>
    </message>
    <message>
        <source>For a browser on another computer, or one that ends at a page that cannot be shown.</source>
        <translation>Für einen Browser auf einem anderen Computer, oder einen, der bei einer nicht anzeigbaren Seite endet.</translation>
    </message>
    <message>
        <source>For those who were given one, made for the same client ID.</source>
        <translation>Für wen einer ausgestellt wurde, für dieselbe Client-ID.</translation>
    </message>
    <message>
        <source>The page of {label} opens. Sign in there, allow access, and come back.</source>
        <translation>Die Seite von {label} öffnet sich. Melden Sie sich dort an, erlauben Sie den Zugriff, und kommen Sie zurück.</translation>
    </message>
</context>
<context>
    <name>ZoneChoice</name>
    <message>
        <source>This computer's time zone ({zone})</source>
        <translation>Zeitzone dieses Computers ({zone})</translation>
    </message>
</context>
<context>
    <name>_CalendarPopup</name>
    <message>
        <source>Choose a day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>The last success was %n day(s) ago.</source>
        <translation>
            <numerusform>Der letzte Erfolg war vor %n Tag.</numerusform>
            <numerusform>Der letzte Erfolg war vor %n Tagen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait for a person.</source>
        <translation>
            <numerusform>%n Zeile wartet auf einen Menschen.</numerusform>
            <numerusform>%n Zeilen warten auf einen Menschen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n Rechnung</numerusform>
            <numerusform>%n Rechnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) without a known balance are not in the charts.</source>
        <translation>
            <numerusform>%n Rechnung ohne bekannten Saldo ist nicht in den Diagrammen.</numerusform>
            <numerusform>%n Rechnungen ohne bekannten Saldo sind nicht in den Diagrammen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: nobody is signed in to the books.</source>
        <translation>{name}: niemand ist bei der Buchhaltung angemeldet.</translation>
    </message>
    <message>
        <source>No run can read them until somebody is.</source>
        <translation>Kein Lauf kann sie lesen, bis sich jemand anmeldet.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>It is tried again at {when}.</source>
        <translation>Wieder versucht wird um {when}.</translation>
    </message>
    <message>
        <source>{name}: automatic runs do not succeed.</source>
        <translation>{name}: automatische Läufe gelingen nicht.</translation>
    </message>
    <message>
        <source>Show History</source>
        <translation>Verlauf zeigen</translation>
    </message>
    <message>
        <source>{name}: the last run failed.</source>
        <translation>{name}: der letzte Lauf schlug fehl.</translation>
    </message>
    <message>
        <source>{name}: a whole run waits for your word.</source>
        <translation>{name}: ein ganzer Lauf wartet auf Ihr Wort.</translation>
    </message>
    <message>
        <source>It wrote nothing, on {when}.</source>
        <translation>Er hat nichts geschrieben, am {when}.</translation>
    </message>
    <message>
        <source>Look at It</source>
        <translation>Ansehen</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n row(s) waiting.</source>
        <translation>
            <numerusform>{name}: %n Zeile wartet.</numerusform>
            <numerusform>{name}: %n Zeilen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>For your answer, or for a cure that they name.</source>
        <translation>Auf Ihre Antwort, oder auf die Abhilfe, die sie nennen.</translation>
    </message>
    <message>
        <source>Show Them</source>
        <translation>Diese zeigen</translation>
    </message>
    <message>
        <source>{name}: nothing has been written yet.</source>
        <translation>{name}: noch wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The first run shows what it would write, and waits for your word.</source>
        <translation>Der erste Lauf zeigt, was er schreiben würde, und wartet auf Ihr Wort.</translation>
    </message>
    <message>
        <source>Preview It</source>
        <translation>Vorab ansehen</translation>
    </message>
    <message>
        <source>{name}: automatic runs are paused.</source>
        <translation>{name}: automatische Läufe sind angehalten.</translation>
    </message>
    <message>
        <source>Its schedule is kept. Run Sync works all the same.</source>
        <translation>Der Zeitplan bleibt erhalten. „Abgleich starten“ geht trotzdem.</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message numerus="yes">
        <source>{name}: the last success was %n day(s) ago.</source>
        <translation>
            <numerusform>{name}: der letzte Erfolg war vor %n Tag.</numerusform>
            <numerusform>{name}: der letzte Erfolg war vor %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures may be out of date.</source>
        <translation>Die Zahlen können veraltet sein.</translation>
    </message>
    <message>
        <source>Run Sync</source>
        <translation>Abgleich starten</translation>
    </message>
</context>
<context>
    <name>assistant</name>
    <message>
        <source>Still to fill in: {fields}</source>
        <translation>Noch auszufüllen: {fields}</translation>
    </message>
</context>
<context>
    <name>automatic</name>
    <message>
        <source>It is tried again at {when}.</source>
        <translation>Wieder versucht wird um {when}.</translation>
    </message>
    <message>
        <source>The automatic run of {name} did not succeed.</source>
        <translation>Der automatische Lauf von {name} ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Nothing runs by itself here. Figures may be out of date.</source>
        <translation>Hier läuft nichts von selbst. Die Zahlen können veraltet sein.</translation>
    </message>
    <message>
        <source>Automatic runs are paused in Settings. Figures may be out of date.</source>
        <translation>Automatische Läufe sind in den Einstellungen angehalten. Die Zahlen können veraltet sein.</translation>
    </message>
    <message>
        <source>Automatic runs were missed or did not succeed. See History.</source>
        <translation>Automatische Läufe wurden verpasst oder gelangen nicht. Siehe Verlauf.</translation>
    </message>
    <message>
        <source>Automatic runs are paused</source>
        <translation>Automatische Läufe sind angehalten</translation>
    </message>
    <message>
        <source>Automatic runs begin after your first run</source>
        <translation>Automatische Läufe beginnen nach Ihrem ersten Lauf</translation>
    </message>
    <message>
        <source>Next automatic run: {when}</source>
        <translation>Nächster automatischer Lauf: {when}</translation>
    </message>
    <message>
        <source>{name} needs you.</source>
        <translation>{name} braucht Sie.</translation>
    </message>
    <message>
        <source>The automatic run wrote nothing and waits for your word.</source>
        <translation>Der automatische Lauf hat nichts geschrieben und wartet auf Ihr Wort.</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Bezahlter Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>was {old}, becomes {new}</source>
        <translation>war {old}, wird {new}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Changed here</source>
        <translation>Hier geändert</translation>
    </message>
    <message>
        <source>Credits counted as paid</source>
        <translation>Gutschriften als bezahlt gezählt</translation>
    </message>
    <message>
        <source>Other total</source>
        <translation>Andere Summe</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>Anderer Kunde</translation>
    </message>
    <message>
        <source>Other currency</source>
        <translation>Andere Währung</translation>
    </message>
    <message>
        <source>Two rows for one number</source>
        <translation>Zwei Zeilen für eine Nummer</translation>
    </message>
    <message>
        <source>Two invoices for one row</source>
        <translation>Zwei Rechnungen für eine Zeile</translation>
    </message>
    <message>
        <source>Deleted in the books</source>
        <translation>In der Buchhaltung gelöscht</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not in the job database</source>
        <translation>Nicht in der Auftragsdatenbank</translation>
    </message>
    <message>
        <source>Not in the books</source>
        <translation>Nicht in der Buchhaltung</translation>
    </message>
    <message>
        <source>Not written yet</source>
        <translation>Noch nicht geschrieben</translation>
    </message>
    <message>
        <source>Left as it is, as decided</source>
        <translation>Wie entschieden gelassen, wie es ist</translation>
    </message>
    <message>
        <source>Other number</source>
        <translation>Andere Nummer</translation>
    </message>
    <message>
        <source>Not ours by the number rule</source>
        <translation>Nach der Nummernregel nicht unsere</translation>
    </message>
    <message>
        <source>No invoice</source>
        <translation>Keine Rechnung</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Dated</source>
        <translation>Vom</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Job database</source>
        <translation>Auftragsdatenbank</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Invoice date</source>
        <translation>Rechnungsdatum</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Total (books)</source>
        <translation>Summe (Buchhaltung)</translation>
    </message>
    <message>
        <source>Total (job database)</source>
        <translation>Summe (Auftragsdatenbank)</translation>
    </message>
    <message>
        <source>Paid Amount (books)</source>
        <translation>Bezahlter Betrag (Buchhaltung)</translation>
    </message>
    <message>
        <source>Paid Amount (job database)</source>
        <translation>Bezahlter Betrag (Auftragsdatenbank)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Date Paid (books)</source>
        <translation>Bezahlt am (Buchhaltung)</translation>
    </message>
    <message>
        <source>Date Paid (job database)</source>
        <translation>Bezahlt am (Auftragsdatenbank)</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Gutgeschrieben</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>All causes</source>
        <translation>Alle Ursachen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>invoices dated {first} to {last}</source>
        <translation>Rechnungen vom {first} bis {last}</translation>
    </message>
    <message>
        <source>invoices dated {first} or later</source>
        <translation>Rechnungen vom {first} oder später</translation>
    </message>
    <message>
        <source>invoices dated up to {last}</source>
        <translation>Rechnungen bis {last}</translation>
    </message>
    <message>
        <source>all invoices</source>
        <translation>alle Rechnungen</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Paid in the books</source>
        <translation>In der Buchhaltung bezahlt</translation>
    </message>
    <message>
        <source>Paid in the job database</source>
        <translation>In der Auftragsdatenbank bezahlt</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>Summen</translation>
    </message>
</context>
<context>
    <name>declared</name>
    <message>
        <source>A GnuCash book keeps no record of when a payment was entered or changed. A change therefore counts from the moment SyncDesk first saw it; the first run looks at every invoice.</source>
        <translation>Ein GnuCash-Buch hält nicht fest, wann eine Zahlung eingegeben oder geändert wurde. Eine Änderung zählt darum ab dem Augenblick, in dem SyncDesk sie zuerst sah; der erste Lauf sieht jede Rechnung an.</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>Address of the sign-in</source>
        <translation>Adresse der Anmeldung</translation>
    </message>
    <message>
        <source>Beside the client ID in the developer portal. It stays in this computer's password store.</source>
        <translation>Neben der Client-ID im Entwicklerportal. Es bleibt im Passwortspeicher dieses Computers.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Company ID</source>
        <translation>Firmen-ID</translation>
    </message>
    <message>
        <source>Exactly as registered with your app. The default suits development keys; production keys need an https:// address: its page hands on to this computer, or you paste the address at which the browser ended.</source>
        <translation>Genau wie bei Ihrer App eingetragen. Die Vorgabe passt zu Entwicklungsschlüsseln; Produktionsschlüssel brauchen eine https://-Adresse: ihre Seite gibt an diesen Computer weiter, oder Sie fügen die Adresse ein, bei der der Browser endete.</translation>
    </message>
    <message>
        <source>Filled in by signing in. QuickBooks shows it under Account and settings &gt; Billing.</source>
        <translation>Wird durch die Anmeldung ausgefüllt. QuickBooks zeigt sie unter Konto und Einstellungen &gt; Abrechnung.</translation>
    </message>
    <message>
        <source>Filled in by signing in: Xero's id of the organisation that is read.</source>
        <translation>Wird durch die Anmeldung ausgefüllt: Xeros Kennung der gelesenen Organisation.</translation>
    </message>
    <message>
        <source>GnuCash book</source>
        <translation>GnuCash-Buch</translation>
    </message>
    <message>
        <source>GnuCash books (*.gnucash *.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation>GnuCash-Bücher (*.gnucash *.sqlite *.sqlite3 *.db);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Intuit's own unless a token service of your company stands in for it.</source>
        <translation>Intuits eigene, sofern kein Tokendienst Ihrer Firma dafür einsteht.</translation>
    </message>
    <message>
        <source>Of an app of the kind 'Auth code with PKCE' in Xero's developer portal (developer.xero.com), with http://localhost:8742/callback among its redirect addresses. Such an app has no secret.</source>
        <translation>Einer App der Art „Auth code with PKCE“ in Xeros Entwicklerportal (developer.xero.com), mit http://localhost:8742/callback unter ihren Weiterleitungsadressen. Eine solche App hat kein Geheimnis.</translation>
    </message>
    <message>
        <source>Of your own app in Intuit's developer portal (developer.intuit.com), under Keys &amp; credentials. The app needs the permission 'Accounting'; SyncDesk only reads.</source>
        <translation>Ihrer eigenen App in Intuits Entwicklerportal (developer.intuit.com), unter Keys &amp; credentials. Die App braucht die Berechtigung „Accounting“; SyncDesk liest nur.</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Weiterleitungsadresse</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>The file in which GnuCash keeps the book, saved in the sqlite3 format (File &gt; Save As).</source>
        <translation>Die Datei, in der GnuCash das Buch führt, im Format sqlite3 gespeichert (Datei &gt; Speichern unter).</translation>
    </message>
    <message>
        <source>There is no earlier successful run yet.</source>
        <translation>Es gibt noch keinen früheren erfolgreichen Lauf.</translation>
    </message>
    <message>
        <source>What the app asks for. An app made before March 2026 may need accounting.transactions.read in place of the two for invoices and payments.</source>
        <translation>Worum die App bittet. Eine vor März 2026 angelegte App braucht vielleicht accounting.transactions.read statt der beiden für Rechnungen und Zahlungen.</translation>
    </message>
    <message>
        <source>With development keys: https://sandbox-quickbooks.api.intuit.com</source>
        <translation>Mit Entwicklungsschlüsseln: https://sandbox-quickbooks.api.intuit.com</translation>
    </message>
    <message>
        <source>Xero's own unless something stands in for it.</source>
        <translation>Xeros eigene, sofern nichts dafür einsteht.</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>Total of the invoice</source>
        <translation>Summe der Rechnung</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>less Paid Amount</source>
        <translation>abzüglich Bezahlter Betrag</translation>
    </message>
    <message>
        <source>less credited (no money)</source>
        <translation>abzüglich gutgeschrieben (kein Geld)</translation>
    </message>
    <message>
        <source>paid too much</source>
        <translation>zu viel bezahlt</translation>
    </message>
    <message>
        <source>credits do not close invoices here</source>
        <translation>Gutschriften gleichen hier keine Rechnungen aus</translation>
    </message>
    <message>
        <source>rounding, counts as paid</source>
        <translation>Rundung, gilt als bezahlt</translation>
    </message>
    <message>
        <source>cancelled: nothing is due</source>
        <translation>storniert: nichts ist fällig</translation>
    </message>
    <message>
        <source>a draft: nothing is due yet</source>
        <translation>ein Entwurf: noch nichts ist fällig</translation>
    </message>
    <message>
        <source>Date Paid is {day}, the day the books themselves state.</source>
        <translation>Bezahlt am ist {day}, der Tag, den die Buchhaltung selbst nennt.</translation>
    </message>
    <message>
        <source>Date Paid is {day}, the invoice's own date: it was paid before, but no earlier day counts.</source>
        <translation>Bezahlt am ist {day}, das Datum der Rechnung selbst: sie war vorher bezahlt, aber kein früherer Tag zählt.</translation>
    </message>
    <message>
        <source>Date Paid is {day}: on that day the total was covered, and it has been ever since.</source>
        <translation>Bezahlt am ist {day}: an diesem Tag war die Summe gedeckt, und ist es seither.</translation>
    </message>
    <message>
        <source>It had been covered before, but was opened again by a later movement.</source>
        <translation>Sie war schon einmal gedeckt, wurde aber durch eine spätere Bewegung wieder offen.</translation>
    </message>
    <message>
        <source>Date Paid is empty: the invoice is cancelled.</source>
        <translation>Bezahlt am ist leer: die Rechnung ist storniert.</translation>
    </message>
    <message>
        <source>Date Paid is empty: the invoice is still a draft.</source>
        <translation>Bezahlt am ist leer: die Rechnung ist noch ein Entwurf.</translation>
    </message>
    <message>
        <source>Date Paid is empty: there was nothing to pay.</source>
        <translation>Bezahlt am ist leer: es gab nichts zu zahlen.</translation>
    </message>
    <message>
        <source>Date Paid is empty: {amount} is still outstanding.</source>
        <translation>Bezahlt am ist leer: {amount} sind noch offen.</translation>
    </message>
    <message>
        <source>The books contradict themselves: {what}</source>
        <translation>Die Buchhaltung widerspricht sich: {what}</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>CSV, commas, 1234.50 (*.csv)</source>
        <translation>CSV, Kommas, 1234.50 (*.csv)</translation>
    </message>
    <message>
        <source>CSV, semicolons, 1234,50 (*.csv)</source>
        <translation>CSV, Strichpunkte, 1234,50 (*.csv)</translation>
    </message>
    <message>
        <source>CSV, semicolons, 1234.50 (*.csv)</source>
        <translation>CSV, Strichpunkte, 1234.50 (*.csv)</translation>
    </message>
    <message>
        <source>Text, tabs, 1234.50 (*.txt)</source>
        <translation>Text, Tabulatoren, 1234.50 (*.txt)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF, to print or send (*.pdf)</source>
        <translation>PDF, zum Drucken oder Senden (*.pdf)</translation>
    </message>
    <message>
        <source>Company: {name}</source>
        <translation>Firma: {name}</translation>
    </message>
    <message>
        <source>Shown: {filter}</source>
        <translation>Gezeigt: {filter}</translation>
    </message>
    <message>
        <source>Made by SyncDesk on {when} ({zone})</source>
        <translation>Von SyncDesk erstellt am {when} ({zone})</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Bezahlter Betrag</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Set off by</source>
        <translation>Ausgelöst durch</translation>
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
        <translation>Nummer</translation>
    </message>
    <message>
        <source>total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich sind</translation>
    </message>
</context>
<context>
    <name>movements</name>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Prepayment</source>
        <translation>Vorauszahlung</translation>
    </message>
    <message>
        <source>Change given</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Skonto</translation>
    </message>
    <message>
        <source>Write-off</source>
        <translation>Ausbuchung</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not yet: pending</source>
        <translation>Noch nicht: schwebend</translation>
    </message>
    <message>
        <source>No: not money</source>
        <translation>Nein: kein Geld</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>To write</source>
        <translation>Zu schreiben</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Unmatched</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Funktioniert nicht</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>Letzter Erfolg</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>over {days}</source>
        <translation>über {days}</translation>
    </message>
</context>
<context>
    <name>permission</name>
    <message>
        <source>Nobody is signed in to the books of {name}.</source>
        <translation>Niemand ist bei der Buchhaltung von {name} angemeldet.</translation>
    </message>
    <message>
        <source>Reconnect before the next run. Links and history stay as they are.</source>
        <translation>Verbinden Sie vor dem nächsten Lauf neu. Zuordnungen und Verlauf bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The permission to read the books of {name} has ended.</source>
        <translation>Die Erlaubnis, die Buchhaltung von {name} zu lesen, ist abgelaufen.</translation>
    </message>
    <message>
        <source>It ended on {day}. Reconnect: links and history stay as they are.</source>
        <translation>Sie endete am {day}. Verbinden Sie neu: Zuordnungen und Verlauf bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The permission to read the books of {name} ends {when}.</source>
        <translation>Die Erlaubnis, die Buchhaltung von {name} zu lesen, endet {when}.</translation>
    </message>
    <message>
        <source>It ends for good on {day}. Reconnect before: links and history stay as they are.</source>
        <translation>Sie endet endgültig am {day}. Verbinden Sie vorher neu: Zuordnungen und Verlauf bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>It ends on {day} if it is not used. A run before that day renews it, or Reconnect.</source>
        <translation>Sie endet am {day}, wenn sie nicht benutzt wird. Ein Lauf vor diesem Tag erneuert sie, oder verbinden Sie neu.</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>in {days} Tagen</translation>
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <source>Reading the books</source>
        <translation>Die Buchhaltung wird gelesen</translation>
    </message>
    <message>
        <source>Finding the invoices in the job database</source>
        <translation>Die Rechnungen werden in der Auftragsdatenbank gesucht</translation>
    </message>
    <message>
        <source>Working out what differs</source>
        <translation>Es wird ermittelt, was abweicht</translation>
    </message>
    <message>
        <source>Writing to the job database</source>
        <translation>In die Auftragsdatenbank wird geschrieben</translation>
    </message>
    <message>
        <source>Recording what was done</source>
        <translation>Es wird festgehalten, was getan wurde</translation>
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
        <translation>weniger als eine Sekunde</translation>
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
        <translation>Seite {page} von {pages}</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>This is a credit note, not an invoice.</source>
        <translation>Das ist eine Gutschrift, keine Rechnung.</translation>
    </message>
    <message>
        <source>The total is negative: this is a credit, not an invoice.</source>
        <translation>Die Summe ist negativ: das ist eine Gutschrift, keine Rechnung.</translation>
    </message>
    <message>
        <source>The number does not begin with '{prefix}', so this invoice is not one of ours.</source>
        <translation>Die Nummer beginnt nicht mit „{prefix}“, also ist diese Rechnung keine von unseren.</translation>
    </message>
    <message>
        <source>The number '{number}' is shorter than the numbers of our invoices, so this invoice is not one of ours.</source>
        <translation>Die Nummer „{number}“ ist kürzer als die Nummern unserer Rechnungen, also ist diese Rechnung keine von unseren.</translation>
    </message>
    <message>
        <source>This is a draft or was cancelled, and an invoice of the books has the same number '{number}'.</source>
        <translation>Das ist ein Entwurf oder wurde storniert, und eine Rechnung der Buchhaltung hat dieselbe Nummer „{number}“.</translation>
    </message>
    <message>
        <source>This is a draft in the books, and drafts are left out in Settings.</source>
        <translation>Das ist in der Buchhaltung ein Entwurf, und Entwürfe bleiben laut Einstellungen weg.</translation>
    </message>
    <message>
        <source>This invoice was cancelled in the books, and cancelled ones are left out in Settings.</source>
        <translation>Diese Rechnung wurde in der Buchhaltung storniert, und stornierte bleiben laut Einstellungen weg.</translation>
    </message>
    <message>
        <source>Deleted in the books; there is nothing here to take back.</source>
        <translation>In der Buchhaltung gelöscht; hier ist nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Not reached: the run ended before this row. It stays due.</source>
        <translation>Nicht erreicht: der Lauf endete vor dieser Zeile. Sie steht weiter an.</translation>
    </message>
    <message>
        <source>Not written: the first run waits until its preview is accepted.</source>
        <translation>Nicht geschrieben: der erste Lauf wartet, bis seine Vorschau angenommen wird.</translation>
    </message>
    <message>
        <source>Not written: the whole run waits for a decision.</source>
        <translation>Nicht geschrieben: der ganze Lauf wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>Deleted in the books and entered there again under the same number.</source>
        <translation>In der Buchhaltung gelöscht und unter derselben Nummer neu eingegeben.</translation>
    </message>
    <message>
        <source>Left out of this run by hand. It stays due.</source>
        <translation>Von Hand aus diesem Lauf herausgenommen. Sie steht weiter an.</translation>
    </message>
    <message>
        <source>The books were changing while they were read. This invoice is looked at again by the next run.</source>
        <translation>Die Buchhaltung änderte sich, während sie gelesen wurde. Diese Rechnung wird vom nächsten Lauf wieder angesehen.</translation>
    </message>
    <message>
        <source>Somebody else has written to this row, and the books have changed since this run read them. The next run looks at both again.</source>
        <translation>Jemand anders hat in diese Zeile geschrieben, und die Buchhaltung hat sich geändert, seit dieser Lauf sie las. Der nächste Lauf sieht beide wieder an.</translation>
    </message>
    <message>
        <source>Changed here: {held} is kept until the books change again.</source>
        <translation>Hier geändert: {held} bleibt, bis sich die Buchhaltung wieder ändert.</translation>
    </message>
    <message>
        <source>Kept as it is here, as was decided, until either side changes.</source>
        <translation>Wie entschieden hier gelassen, wie es ist, bis sich eine Seite ändert.</translation>
    </message>
    <message>
        <source>Ignored, as was decided, until either side changes.</source>
        <translation>Wie entschieden ignoriert, bis sich eine Seite ändert.</translation>
    </message>
    <message>
        <source>Its own switch is off. It is brought up to date once that is on again.</source>
        <translation>Ihr eigener Schalter ist aus. Sie wird auf den Stand gebracht, sobald er wieder ein ist.</translation>
    </message>
    <message>
        <source>Taken back by an undo. It is held until a person starts a run.</source>
        <translation>Durch eine Rücknahme zurückgesetzt. Sie bleibt so, bis ein Mensch einen Lauf startet.</translation>
    </message>
    <message>
        <source>No invoice '{number}' in the job database. It is looked for again by every run.</source>
        <translation>Keine Rechnung „{number}“ in der Auftragsdatenbank. Jeder Lauf sucht wieder nach ihr.</translation>
    </message>
    <message>
        <source>No invoice '{number}' in the job database. Similar there: {similar}. Nothing is written on a resemblance.</source>
        <translation>Keine Rechnung „{number}“ in der Auftragsdatenbank. Ähnlich dort: {similar}. Auf eine Ähnlichkeit hin wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Linked by hand to the invoice '{number}' of the books. The next sync brings it up to date.</source>
        <translation>Von Hand der Rechnung „{number}“ der Buchhaltung zugeordnet. Der nächste Abgleich bringt sie auf den Stand.</translation>
    </message>
    <message>
        <source>Unlinked by hand from its row. Nothing is written until it is linked again.</source>
        <translation>Von Hand von ihrer Zeile getrennt. Nichts wird geschrieben, bis sie wieder zugeordnet ist.</translation>
    </message>
    <message>
        <source>This invoice has no number in the books yet. Give it one there.</source>
        <translation>Diese Rechnung hat in der Buchhaltung noch keine Nummer. Geben Sie ihr dort eine.</translation>
    </message>
    <message>
        <source>The job database has {count} rows for the number '{number}' ({keys}). Nothing is written until only one is left.</source>
        <translation>Die Auftragsdatenbank hat {count} Zeilen für die Nummer „{number}“ ({keys}). Nichts wird geschrieben, bis nur noch eine da ist.</translation>
    </message>
    <message>
        <source>The books have {count} invoices with the number '{number}'. Nothing is written until only one is left.</source>
        <translation>Die Buchhaltung hat {count} Rechnungen mit der Nummer „{number}“. Nichts wird geschrieben, bis nur noch eine da ist.</translation>
    </message>
    <message>
        <source>The row of the number '{number}' already belongs to another invoice of the books.</source>
        <translation>Die Zeile der Nummer „{number}“ gehört schon zu einer anderen Rechnung der Buchhaltung.</translation>
    </message>
    <message>
        <source>The number '{number}' is there, but the customer differs: '{here}' here, '{books}' in the books.</source>
        <translation>Die Nummer „{number}“ ist da, aber der Kunde ist ein anderer: hier „{here}“, in der Buchhaltung „{books}“.</translation>
    </message>
    <message>
        <source>The number '{number}' is there, but the total differs: {here} here, {books} in the books.</source>
        <translation>Die Nummer „{number}“ ist da, aber die Summe ist eine andere: hier {here}, in der Buchhaltung {books}.</translation>
    </message>
    <message>
        <source>The number '{number}' is there, but the currency differs: {here} here, {books} in the books.</source>
        <translation>Die Nummer „{number}“ ist da, aber die Währung ist eine andere: hier {here}, in der Buchhaltung {books}.</translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation>{problem}</translation>
    </message>
    <message>
        <source>Changed here: the job database holds {held}; the books say {books}.</source>
        <translation>Hier geändert: die Auftragsdatenbank hat {held}; die Buchhaltung sagt {books}.</translation>
    </message>
    <message>
        <source>Changed here, and since then in the books: the job database holds {held}; the books say {books}.</source>
        <translation>Hier geändert, und seither auch in der Buchhaltung: die Auftragsdatenbank hat {held}; die Buchhaltung sagt {books}.</translation>
    </message>
    <message>
        <source>This invoice was deleted in the books. Its figures here stay until a person decides.</source>
        <translation>Diese Rechnung wurde in der Buchhaltung gelöscht. Ihre Zahlen hier bleiben, bis ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>This invoice was deleted in the books, and its Date Paid lies on or before the lock date {lock_date}. Its figures here stay until a person decides.</source>
        <translation>Diese Rechnung wurde in der Buchhaltung gelöscht, und ihr Bezahlt am liegt auf oder vor dem Sperrdatum {lock_date}. Ihre Zahlen hier bleiben, bis ein Mensch entscheidet.</translation>
    </message>
    <message>
        <source>The books contradict themselves: {contradiction}</source>
        <translation>Die Buchhaltung widerspricht sich: {contradiction}</translation>
    </message>
    <message>
        <source>A Date Paid on or before the lock date {lock_date} would change. It waits for a decision.</source>
        <translation>Ein Bezahlt am auf oder vor dem Sperrdatum {lock_date} würde sich ändern. Es wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>The row was changed by someone else during the run. It is looked at again by the next run.</source>
        <translation>Die Zeile wurde während des Laufs von jemand anderem geändert. Der nächste Lauf sieht sie wieder an.</translation>
    </message>
    <message>
        <source>Changed here since: the job database holds {held}; the run wrote {wrote}.</source>
        <translation>Seither hier geändert: die Auftragsdatenbank hat {held}; der Lauf schrieb {wrote}.</translation>
    </message>
    <message>
        <source>Changed here since: {problem} The run wrote {wrote}.</source>
        <translation>Seither hier geändert: {problem} Der Lauf schrieb {wrote}.</translation>
    </message>
    <message>
        <source>Written again by the run of {when}. Undo that run first.</source>
        <translation>Vom Lauf von {when} noch einmal geschrieben. Machen Sie zuerst jenen Lauf rückgängig.</translation>
    </message>
    <message>
        <source>Taken back already by the undo of {when}.</source>
        <translation>Schon durch die Rücknahme von {when} zurückgesetzt.</translation>
    </message>
    <message>
        <source>The row is no longer in the job database.</source>
        <translation>Die Zeile ist nicht mehr in der Auftragsdatenbank.</translation>
    </message>
    <message>
        <source>The key {key} now belongs to the invoice '{number}': the row was used for another job.</source>
        <translation>Der Schlüssel {key} gehört jetzt zur Rechnung „{number}“: die Zeile wurde für einen anderen Auftrag verwendet.</translation>
    </message>
    <message>
        <source>This invoice of the books belongs to another row by now.</source>
        <translation>Diese Rechnung der Buchhaltung gehört inzwischen zu einer anderen Zeile.</translation>
    </message>
    <message>
        <source>Changed by someone else while the undo was at work.</source>
        <translation>Von jemand anderem geändert, während die Rücknahme arbeitete.</translation>
    </message>
    <message>
        <source>A Date Paid on or before the lock date {lock_date} would change. An undo leaves it as it is.</source>
        <translation>Ein Bezahlt am auf oder vor dem Sperrdatum {lock_date} würde sich ändern. Eine Rücknahme lässt es, wie es ist.</translation>
    </message>
    <message>
        <source>What the row held before was not recorded.</source>
        <translation>Was die Zeile vorher hatte, wurde nicht festgehalten.</translation>
    </message>
    <message>
        <source>Not reached: the undo ended before this row. It is still as the run left it.</source>
        <translation>Nicht erreicht: die Rücknahme endete vor dieser Zeile. Sie ist noch so, wie der Lauf sie ließ.</translation>
    </message>
    <message>
        <source>The row disappeared from the job database during the run.</source>
        <translation>Die Zeile verschwand während des Laufs aus der Auftragsdatenbank.</translation>
    </message>
    <message>
        <source>The job database refused the new value: {why}</source>
        <translation>Die Auftragsdatenbank wies den neuen Wert ab: {why}</translation>
    </message>
    <message>
        <source>The job database did not keep what was written: {why}</source>
        <translation>Die Auftragsdatenbank behielt nicht, was geschrieben wurde: {why}</translation>
    </message>
    <message>
        <source>This invoice of the books cannot be read: {why}</source>
        <translation>Diese Rechnung der Buchhaltung ist nicht lesbar: {why}</translation>
    </message>
    <message>
        <source>The books have no invoice '{number}'.</source>
        <translation>Die Buchhaltung hat keine Rechnung „{number}“.</translation>
    </message>
    <message>
        <source>The job database counts {credited} of credit as paid; for the books that is no money.</source>
        <translation>Die Auftragsdatenbank zählt {credited} Gutschrift als bezahlt; für die Buchhaltung ist das kein Geld.</translation>
    </message>
    <message>
        <source>Written by a run that was interrupted; found complete and recorded now.</source>
        <translation>Von einem unterbrochenen Lauf geschrieben; vollständig vorgefunden und jetzt festgehalten.</translation>
    </message>
    <message>
        <source>The job database already says so.</source>
        <translation>Die Auftragsdatenbank sagt das schon.</translation>
    </message>
    <message>
        <source>Somebody else, most likely SyncDesk on another desk, has already written these figures.</source>
        <translation>Jemand anders, wahrscheinlich SyncDesk an einem anderen Platz, hat diese Zahlen schon geschrieben.</translation>
    </message>
    <message>
        <source>First figures for this row.</source>
        <translation>Erste Zahlen für diese Zeile.</translation>
    </message>
    <message>
        <source>Brought up to date.</source>
        <translation>Auf den Stand gebracht.</translation>
    </message>
    <message>
        <source>Written as was decided. Before: {held}.</source>
        <translation>Wie entschieden geschrieben. Vorher: {held}.</translation>
    </message>
    <message>
        <source>Put back as it was before the run of {when}.</source>
        <translation>Zurückgesetzt auf den Stand vor dem Lauf von {when}.</translation>
    </message>
    <message>
        <source>Put back as it was before the undo of {when}.</source>
        <translation>Zurückgesetzt auf den Stand vor der Rücknahme von {when}.</translation>
    </message>
    <message>
        <source>The books win over what was changed here ({held}).</source>
        <translation>Die Buchhaltung gilt, nicht was hier geändert wurde ({held}).</translation>
    </message>
    <message>
        <source>Taken back: the books no longer say it is paid.</source>
        <translation>Zurückgenommen: die Buchhaltung sagt nicht mehr, dass sie bezahlt ist.</translation>
    </message>
    <message>
        <source>These are other books than last time: '{now}' instead of '{before}'.</source>
        <translation>Das ist eine andere Buchhaltung als beim letzten Mal: „{now}“ statt „{before}“.</translation>
    </message>
    <message>
        <source>The books show no invoices at all, where there were {count} last time.</source>
        <translation>Die Buchhaltung zeigt gar keine Rechnungen, wo beim letzten Mal {count} waren.</translation>
    </message>
    <message>
        <source>The books went back in time: {why}</source>
        <translation>Die Buchhaltung ging in der Zeit zurück: {why}</translation>
    </message>
    <message>
        <source>{count} of {paid} paid invoices would lose money or their Date Paid; more than {limit} needs a person's word.</source>
        <translation>{count} von {paid} bezahlten Rechnungen würden Geld oder ihr Bezahlt am verlieren; mehr als {limit} braucht das Wort eines Menschen.</translation>
    </message>
    <message>
        <source>{count} of {paid} paid invoices would change; more than {limit} needs a person's word.</source>
        <translation>{count} von {paid} bezahlten Rechnungen würden sich ändern; mehr als {limit} braucht das Wort eines Menschen.</translation>
    </message>
    <message>
        <source>Paid Amount is stored as nothing at all again.</source>
        <translation>Bezahlter Betrag ist wieder als gar nichts gespeichert.</translation>
    </message>
    <message>
        <source>Not held back, as was decided: {brake}</source>
        <translation>Wie entschieden nicht zurückgehalten: {brake}</translation>
    </message>
    <message>
        <source>These books are new to this company: what was remembered of '{before}' is forgotten.</source>
        <translation>Diese Buchhaltung ist für diese Firma neu: was von „{before}“ gemerkt war, ist vergessen.</translation>
    </message>
    <message>
        <source>Dated in the future: {day}.</source>
        <translation>In der Zukunft datiert: {day}.</translation>
    </message>
    <message>
        <source>{amount} is still pending and does not count yet.</source>
        <translation>{amount} schweben noch und zählen noch nicht.</translation>
    </message>
    <message>
        <source>More was refunded than paid.</source>
        <translation>Es wurde mehr erstattet als bezahlt.</translation>
    </message>
    <message>
        <source>By its movements it was paid on {rule}; the books state {books}.</source>
        <translation>Nach den Bewegungen wurde sie am {rule} bezahlt; die Buchhaltung nennt {books}.</translation>
    </message>
    <message>
        <source>Payments are still attached to this cancelled invoice; they do not count.</source>
        <translation>An dieser stornierten Rechnung hängen noch Zahlungen; sie zählen nicht.</translation>
    </message>
    <message>
        <source>The total differs: {here} here, {books} in the books.</source>
        <translation>Die Summe ist eine andere: hier {here}, in der Buchhaltung {books}.</translation>
    </message>
    <message>
        <source>The number in the books is now '{books}'; the row is still linked.</source>
        <translation>Die Nummer in der Buchhaltung ist jetzt „{books}“; die Zeile bleibt zugeordnet.</translation>
    </message>
    <message>
        <source>The invoice's own date differs: {here} here, {books} in the books. The date in the books decides in which period it stands.</source>
        <translation>Das Datum der Rechnung ist ein anderes: hier {here}, in der Buchhaltung {books}. Das der Buchhaltung entscheidet, in welchem Zeitraum sie steht.</translation>
    </message>
    <message>
        <source>This computer's clock is behind the last run ({before}). Check the date and time.</source>
        <translation>Die Uhr dieses Computers liegt hinter dem letzten Lauf ({before}). Prüfen Sie Datum und Uhrzeit.</translation>
    </message>
    <message>
        <source>First run: every invoice of the books is looked at, whatever the start date.</source>
        <translation>Erster Lauf: jede Rechnung der Buchhaltung wird angesehen, gleich welches Startdatum.</translation>
    </message>
    <message>
        <source>These books keep no record of when a payment was changed. A change counts from the moment SyncDesk first saw it.</source>
        <translation>Diese Buchhaltung hält nicht fest, wann eine Zahlung geändert wurde. Eine Änderung zählt ab dem Augenblick, in dem SyncDesk sie zuerst sah.</translation>
    </message>
    <message>
        <source>{count} of these rows had already been written by somebody else, most likely by SyncDesk on another desk.</source>
        <translation>{count} dieser Zeilen hatte schon jemand anders geschrieben, wahrscheinlich SyncDesk an einem anderen Platz.</translation>
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
        <translation>Vorab angesehen</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Teilweise erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>Wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht beendet</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>{word}: {why}</source>
        <translation>{word}: {why}</translation>
    </message>
    <message>
        <source>Not seen in the books yet</source>
        <translation>In der Buchhaltung noch nicht gesehen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Paid Amount</source>
        <translation>Bezahlter Betrag</translation>
    </message>
    <message>
        <source>Credited</source>
        <translation>Gutgeschrieben</translation>
    </message>
    <message>
        <source>Outstanding</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Date Paid</source>
        <translation>Bezahlt am</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Zuletzt abgeglichen</translation>
    </message>
    <message>
        <source>Last outcome</source>
        <translation>Letztes Ergebnis</translation>
    </message>
    <message>
        <source>All invoices</source>
        <translation>Alle Rechnungen</translation>
    </message>
    <message>
        <source>Unpaid (waiting or part-paid)</source>
        <translation>Unbezahlt (wartend oder teilbezahlt)</translation>
    </message>
    <message>
        <source>Paid in full (overpaid too)</source>
        <translation>Voll bezahlt (auch überzahlt)</translation>
    </message>
    <message>
        <source>Needs a person</source>
        <translation>Braucht einen Menschen</translation>
    </message>
    <message>
        <source>Words in number or customer</source>
        <translation>Wörter in Nummer oder Kunde</translation>
    </message>
    <message>
        <source>A customer by exact words</source>
        <translation>Ein Kunde mit genauen Wörtern</translation>
    </message>
    <message>
        <source>Unpaid, more than 100 outstanding</source>
        <translation>Unbezahlt, mehr als 100 offen</translation>
    </message>
    <message>
        <source>Total from 100 to 200</source>
        <translation>Summe von 100 bis 200</translation>
    </message>
    <message>
        <source>Paid from January to March</source>
        <translation>Von Januar bis März bezahlt</translation>
    </message>
    <message>
        <source>Something paid, but no Date Paid</source>
        <translation>Etwas bezahlt, aber kein Bezahlt am</translation>
    </message>
    <message>
        <source>Without a word</source>
        <translation>Ohne ein Wort</translation>
    </message>
    <message>
        <source>What needs a person</source>
        <translation>Was einen Menschen braucht</translation>
    </message>
    <message>
        <source>Paid in the books, but not here</source>
        <translation>In der Buchhaltung bezahlt, hier nicht</translation>
    </message>
    <message>
        <source>Failed or waiting to be synced</source>
        <translation>Fehlgeschlagen oder noch abzugleichen</translation>
    </message>
    <message>
        <source>There is no field '{field}'. Use {fields}; or put the text in quotes to search for it.</source>
        <translation>Das Feld „{field}“ gibt es nicht. Verwenden Sie {fields}; oder setzen Sie den Text in Anführungszeichen, um danach zu suchen.</translation>
    </message>
    <message>
        <source>Say what '{field}' should be, right after the sign.</source>
        <translation>Sagen Sie gleich nach dem Zeichen, was „{field}“ sein soll.</translation>
    </message>
    <message>
        <source>Say which figure is meant, as in total&gt;100; or put the text in quotes to search for it.</source>
        <translation>Sagen Sie, welche Zahl gemeint ist, wie in total&gt;100; oder setzen Sie den Text in Anführungszeichen, um danach zu suchen.</translation>
    </message>
    <message>
        <source>There is nothing to search for between the quotes.</source>
        <translation>Zwischen den Anführungszeichen steht nichts, wonach zu suchen wäre.</translation>
    </message>
    <message>
        <source>Put the word that must not occur right after the minus.</source>
        <translation>Setzen Sie das Wort, das nicht vorkommen darf, gleich nach das Minus.</translation>
    </message>
    <message>
        <source>'{field}' can only be searched with a colon, for example {field}:word.</source>
        <translation>„{field}“ kann nur mit Doppelpunkt gesucht werden, zum Beispiel {field}:wort.</translation>
    </message>
    <message>
        <source>'{value}' is not an amount. Write it like {example}.</source>
        <translation>„{value}“ ist kein Betrag. Schreiben Sie ihn wie {example}.</translation>
    </message>
    <message>
        <source>'{value}' is not a date. Write a day as 2026-01-31, a month as 2026-01, a year as 2026, or a word: {words}.</source>
        <translation>„{value}“ ist kein Datum. Schreiben Sie einen Tag als 2026-01-31, einen Monat als 2026-01, ein Jahr als 2026, oder ein Wort: {words}.</translation>
    </message>
    <message>
        <source>The range '{value}' runs backwards: put the smaller end first.</source>
        <translation>Der Bereich „{value}“ läuft rückwärts: das kleinere Ende gehört nach vorn.</translation>
    </message>
    <message>
        <source>The range '{value}' needs at least one end.</source>
        <translation>Der Bereich „{value}“ braucht mindestens ein Ende.</translation>
    </message>
    <message>
        <source>A range such as '{value}' goes with a colon, not with {operator}.</source>
        <translation>Ein Bereich wie „{value}“ gehört zum Doppelpunkt, nicht zu {operator}.</translation>
    </message>
    <message>
        <source>'{value}' is not a state. The states are {states}.</source>
        <translation>„{value}“ ist kein Stand. Die Stände sind {states}.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Last Successful Run</source>
        <translation>Letzter erfolgreicher Lauf</translation>
    </message>
    <message>
        <source>Past Week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Past Two Weeks</source>
        <translation>Letzte zwei Wochen</translation>
    </message>
    <message>
        <source>Past Month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Custom Date</source>
        <translation>Eigenes Datum</translation>
    </message>
    <message>
        <source>&amp;Last Successful Run</source>
        <translation>Letzter &amp;erfolgreicher Lauf</translation>
    </message>
    <message>
        <source>Past Wee&amp;k</source>
        <translation>Letzte Wo&amp;che</translation>
    </message>
    <message>
        <source>Past &amp;Two Weeks</source>
        <translation>Letzte &amp;zwei Wochen</translation>
    </message>
    <message>
        <source>Past &amp;Month</source>
        <translation>Letzter &amp;Monat</translation>
    </message>
    <message>
        <source>&amp;Custom Date</source>
        <translation>Ei&amp;genes Datum</translation>
    </message>
    <message>
        <source>That is shortly before the last complete run, so that nothing is missed.</source>
        <translation>Das ist kurz vor dem letzten vollständigen Lauf, damit nichts fehlt.</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Waiting for payment</source>
        <translation>Wartet auf Zahlung</translation>
    </message>
    <message>
        <source>Part-paid</source>
        <translation>Teilbezahlt</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <translation>Überzahlt</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Noch nicht gesehen</translation>
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Wird abgeglichen…</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not yet sent</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Überholt</translation>
    </message>
    <message>
        <source>Left as it is</source>
        <translation>Gelassen, wie es ist</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>A run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>Sync of this invoice</source>
        <translation>Abgleich dieser Rechnung</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>An answer</source>
        <translation>Eine Antwort</translation>
    </message>
    <message>
        <source>An automatic run</source>
        <translation>Ein automatischer Lauf</translation>
    </message>
    <message>
        <source>An undo</source>
        <translation>Eine Rücknahme</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Ein Mensch</translation>
    </message>
    <message>
        <source>Its switch was turned off.</source>
        <translation>Ihr Schalter wurde ausgeschaltet.</translation>
    </message>
    <message>
        <source>Its switch was turned on.</source>
        <translation>Ihr Schalter wurde eingeschaltet.</translation>
    </message>
    <message>
        <source>Linked to the invoice {number} of the books.</source>
        <translation>Der Rechnung {number} der Buchhaltung zugeordnet.</translation>
    </message>
    <message>
        <source>Unlinked from the invoice {number} of the books.</source>
        <translation>Von der Rechnung {number} der Buchhaltung getrennt.</translation>
    </message>
    <message>
        <source>It was asked for once more, so this was never carried out.</source>
        <translation>Es wurde noch einmal gewünscht, darum wurde dies nie ausgeführt.</translation>
    </message>
    <message>
        <source>It follows the run that is under way, or the next one.</source>
        <translation>Es folgt auf den laufenden Lauf, oder auf den nächsten.</translation>
    </message>
    <message>
        <source>{trigger}, {user} on {computer}, {when}.</source>
        <translation>{trigger}, {user} an {computer}, {when}.</translation>
    </message>
    <message>
        <source>The books named {count} payments or credits: {amount} paid.</source>
        <translation>Die Buchhaltung nannte {count} Zahlungen oder Gutschriften: {amount} bezahlt.</translation>
    </message>
    <message>
        <source>The switch of this invoice is off, so runs leave it out.</source>
        <translation>Der Schalter dieser Rechnung ist aus, darum lassen Läufe sie weg.</translation>
    </message>
    <message>
        <source>Automatic runs of this company are off in Settings.</source>
        <translation>Automatische Läufe dieser Firma sind in den Einstellungen aus.</translation>
    </message>
    <message>
        <source>No invoice of the books belongs to this row. If you know which one does, link it.</source>
        <translation>Keine Rechnung der Buchhaltung gehört zu dieser Zeile. Wenn Sie wissen, welche, ordnen Sie sie zu.</translation>
    </message>
    <message>
        <source>No run has looked at the books yet.</source>
        <translation>Noch kein Lauf hat in die Buchhaltung gesehen.</translation>
    </message>
    <message>
        <source>Something in this row cannot be read.</source>
        <translation>Etwas in dieser Zeile ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The last try did not succeed.</source>
        <translation>Der letzte Versuch ist nicht gelungen.</translation>
    </message>
    <message>
        <source>It waits for your answer.</source>
        <translation>Sie wartet auf Ihre Antwort.</translation>
    </message>
    <message>
        <source>It is left as it is, as was decided.</source>
        <translation>Sie bleibt, wie entschieden, wie sie ist.</translation>
    </message>
    <message>
        <source>An undo took it back. The next run that a person starts takes it up.</source>
        <translation>Eine Rücknahme hat sie zurückgesetzt. Der nächste Lauf, den ein Mensch startet, nimmt sie auf.</translation>
    </message>
    <message>
        <source>Automatic runs try it again from {when}.</source>
        <translation>Automatische Läufe versuchen es wieder ab {when}.</translation>
    </message>
    <message>
        <source>Last synced {when}</source>
        <translation>Zuletzt abgeglichen {when}</translation>
    </message>
    <message>
        <source>Since {when}</source>
        <translation>Seit {when}</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>The books are right: write what they say.</source>
        <translation>Die Buchhaltung stimmt: schreiben, was sie sagt.</translation>
    </message>
    <message>
        <source>What is here is right: leave it until either side changes.</source>
        <translation>Was hier steht, stimmt: so lassen, bis sich eine Seite ändert.</translation>
    </message>
    <message>
        <source>Leave it alone and do not ask until either side changes.</source>
        <translation>In Ruhe lassen und nicht fragen, bis sich eine Seite ändert.</translation>
    </message>
    <message>
        <source>Forget what was answered, and ask again.</source>
        <translation>Die Antwort vergessen und wieder fragen.</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>What could not be synced, or waits for your answer</source>
        <translation>Was nicht abgeglichen werden konnte oder auf Ihre Antwort wartet</translation>
    </message>
    <message>
        <source>Unmatched</source>
        <translation>Nicht zugeordnet</translation>
    </message>
    <message>
        <source>Rows that no invoice of the books belongs to</source>
        <translation>Zeilen, zu denen keine Rechnung der Buchhaltung gehört</translation>
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation>Wartet auf Zahlung</translation>
    </message>
    <message>
        <source>What is still owed, in part or in whole</source>
        <translation>Was noch geschuldet wird, teilweise oder ganz</translation>
    </message>
    <message>
        <source>Paid this week</source>
        <translation>Diese Woche bezahlt</translation>
    </message>
    <message>
        <source>Paid in full since Monday</source>
        <translation>Seit Montag voll bezahlt</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Liegengeblieben</translation>
    </message>
    <message>
        <source>Still owed, and not looked at for more than 30 days</source>
        <translation>Noch geschuldet, und seit mehr als 30 Tagen nicht angesehen</translation>
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>To put right</source>
        <translation>Zu berichtigen</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Buchhaltung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
</TS>
