<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Run Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Undo a Run…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Keep Running in the Tray</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Start with This Computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Copy Rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Find Invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;How a Run Works</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Check Set-up…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Support File…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Contact and &amp;Feedback…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open Log Folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;New Version…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;About SyncDesk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends SyncDesk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the System</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The language changes when SyncDesk is next started.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;1. Read.&lt;/b&gt; SyncDesk reads the invoices whose payments changed since the start date. Your books are never written to.&lt;/p&gt;&lt;p&gt;&lt;b&gt;2. Compare.&lt;/b&gt; It works out Paid Amount and Date Paid and compares them with the job database. A preview stops here.&lt;/p&gt;&lt;p&gt;&lt;b&gt;3. Write.&lt;/b&gt; Only what differs is written. A second run over the same books writes nothing.&lt;/p&gt;&lt;p&gt;What fails, or needs your decision, waits and is looked at again by the next run.&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>How a Run Works</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&lt;h3&gt;SyncDesk {version}&lt;/h3&gt;&lt;p&gt;Brings the payments of your accounting books into your job database.&lt;/p&gt;&lt;p&gt;Qt {qt}, Python {python}, {system}&lt;/p&gt;</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>About SyncDesk</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AddressLine</name>
    <message>
        <source>Address of the page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Op&amp;en the Page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy A&amp;ddress</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address copied</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AnswerPage</name>
    <message>
        <source>Other &amp;Ways</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The new connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sav&amp;e Connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Preview the First Run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AssistantFrame</name>
    <message>
        <source>New connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What you filled in is kept until SyncDesk is closed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AutomaticRuns</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop the automatic run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic run of {name} is under way</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>AutomaticSection</name>
    <message>
        <source>On</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused: nothing runs by itself</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only when I press Run Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every so many minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Once a day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This system's scheduler runs it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Turn automatic runs on first. What is set here is kept meanwhile.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose above when it runs first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The switch of this company. Run Sync, and Sync for one invoice, work all the same.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When to run:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Such a run begins where the last one ended and never asks: what needs you waits for you.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Minutes between two runs:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From 1 to 1440. What was missed while this computer slept is made up for by one run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time of day:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the company's time zone, such as 07:30. A missed run is made up for.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>While SyncDesk is closed:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The scheduler is told when you save. It works while you are signed in to this computer.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>BooksPage</name>
    <message>
        <source>Books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where does your company keep its books?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the kind of books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>On the web. You sign in there with your browser; SyncDesk only reads.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A file that this computer can open. Nobody has to sign in; SyncDesk only reads.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk only reads.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Results of the test</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Testing… nothing is written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Some things need attention. Nothing was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything holds. Nothing was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fails</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check and save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything is looked at before the connection is saved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Books:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Job database:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The company, as you want to see it in SyncDesk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rules: time zone, changed rows, credit notes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Test Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Company time zone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a test without faults</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It can be saved once the test finds no fault</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no time zone '{zone}'. Choose one such as Europe/London.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CompaniesPage</name>
    <message>
        <source>You are signed in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Companies that may be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Sign In Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Which company is to be read?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Company: {name}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>CompareResults</name>
    <message>
        <source>Invoice, customer or reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Expo&amp;rt…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices of both sides</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason of the current invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What differs ({count})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything ({count})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Without a date ({count})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice of this list has these words.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take the Filter Away</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Both sides say the same of every invoice of this period.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing differs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Neither side has an invoice of this period.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>invoices without a date on either side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sums, {invoices}: the causes add up to the difference.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n invoice(s) without a date are not among them.</source>
        <translation>
            <numerusform>%n invoice without a date is not among them.</numerusform>
            <numerusform>%n invoices without a date are not among them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Export Comparison</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Written to {file}, with the sums. Lines: {count}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something was written since this was compared.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare again to see both sides as they are now (F5).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{company}: nothing is written. You can go on working in the other tabs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading both sides in full…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped. Nothing was compared.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n invoice(s) differ.</source>
        <translation>
            <numerusform>%n invoice differs.</numerusform>
            <numerusform>%n invoices differ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both sides agree.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} compared at {time}.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n of other days were left out.</source>
        <translation>
            <numerusform>%n of another day was left out.</numerusform>
            <numerusform>%n of other days were left out.</numerusform>
        </translation>
    </message>
    <message>
        <source>A run would wait as a whole: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A run wrote, or had broken off, while this was read: compare again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Both sides can be compared once there is a connection.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare the job database with the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reads every invoice of both sides, says what differs and why, and adds it up. Nothing is written. Choose a period above, then Compare.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ConnectionBar</name>
    <message>
        <source>Try the Sample Company</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a Connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show History</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>C&amp;onnection:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Welcome to SyncDesk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try it with the sample company, which needs no account, or add your own books.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) waiting</source>
        <translation>
            <numerusform>%n row waiting</numerusform>
            <numerusform>%n rows waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectionEditor</name>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Test Connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sav&amp;e</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Still to fill in: {fields}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settings of the connection</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Table and columns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Company time zone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The company, as you want to see it in SyncDesk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Kind of books:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When something waits for you</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no time zone '{zone}'. Choose one such as Europe/London.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Add Connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Reconnect…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in again; links and history stay</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Contact</name>
    <message>
        <source>Contact and Feedback</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something is wrong, or could be better? Tell whoever looks after SyncDesk for you: what you did, what you expected, what happened instead, and the number of one invoice it concerns. A support file helps; you see it before it is saved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Their e-mail address; it is remembered</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Who helps you:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>S&amp;upport File…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write a &amp;Message…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What I did:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What I expected:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What happened instead:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Counters</name>
    <message>
        <source>Found</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>Choose from a calendar</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>for example {day}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Type a day or choose one from the calendar.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That is not a day. Write it like {example}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That day lies in the future. Choose a day up to today.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DetailPane</name>
    <message>
        <source>Movements of this invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>History of this invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Raw error</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Raw error, for support</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run has seen this invoice in the books yet, so there is nothing to explain.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show &amp;More ({count})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the books: invoice {number}, {customer}; reference {id}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Explain this number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Details of the invoice</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{name}' is connected</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing has been written yet. A preview shows what the first run would write into your job database, row by row, and waits for your word.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ErrorPanel</name>
    <message>
        <source>Show &amp;Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide &amp;Details</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ExamplesButton</name>
    <message>
        <source>E&amp;xamples</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What can be searched for, with examples</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FaultBox</name>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Copy Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open &amp;Log Folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n fault(s) so far; the log has all of them.</source>
        <translation>
            <numerusform>%n fault so far; the log has all of them.</numerusform>
            <numerusform>%n faults so far; the log has all of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Details</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What {label} gave you for SyncDesk. Secrets go to this computer's password store.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where {label} keeps your books.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Browse for {what}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Connect your books with your job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk reads payments from your books and writes Paid Amount and Date Paid into your job database. Nothing is written before you have seen a preview.

The sample company needs no account: you can play with it as you like.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try the sample com&amp;pany</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Add a connection</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows of the chosen run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Un&amp;do This Run…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Runs are listed here once there is a connection.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every preview and every run will be listed here, with all its rows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This run ended before it had any rows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A preview writes nothing, and so its rows are not kept.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This run found nothing that had to be kept: nothing had changed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This took back the run of {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Wait until the run under way has ended.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put the rows back as they were before this run (Ctrl+Z)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a run above to see its rows.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>JobDatabaseFields</name>
    <message>
        <source>Kept in the password store; fill in to change it</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>JobDatabaseLines</name>
    <message>
        <source>A file on this computer or in the network (SQLite)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PostgreSQL server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>MariaDB or MySQL server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Microsoft SQL Server</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Another, by its address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SQLite databases (*.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>password</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not asked for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Encrypted, and the server's certificate is checked</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>certificate</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Job database:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>File:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A whole address can be pasted here, too.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Server:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its name, such as db.example.com, or address.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Port:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Database:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>User:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As SQLAlchemy writes it: kind://user@server/database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It goes to this computer's password store and is never shown again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Password:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Connection:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only where the server's certificate comes from an authority of your own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Certificate file:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>JobsPage</name>
    <message>
        <source>Job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk writes Paid Amount and Date Paid there. Nothing is written while you set it up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Table and columns</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>KeyChoice</name>
    <message>
        <source>and</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Key column {place}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a column</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>nothing else</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LastResort</name>
    <message>
        <source>SyncDesk met a fault of its own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was written so far is whole, and you can go on. If it comes back, start SyncDesk again and report it. Nothing is sent anywhere by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk ended unexpectedly the last time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was written is whole; what a run did not reach is taken up by the next one. If it comes back, report it. Nothing is sent anywhere by itself.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LimitsSection</name>
    <message>
        <source>Reset &amp;Limits to Their Defaults</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lock &amp;date:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A row whose Date Paid lies on or before this day waits for you. Empty: no day is locked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Most that may fall:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If more paid invoices than this would lose money or their Date Paid, the whole run waits. 0: the share below decides alone. Empty: {usual}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>… or this share of them, in %:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The larger of the two counts. 0: the number above decides alone. Empty: {usual}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Most that may change:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>After the first run. If more paid invoices than this would change, the whole run waits. 0: the share below decides alone. Empty: {usual}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link {number} by Hand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These invoices of the books have no row in the job database; the likeliest come first. Once linked, Paid Amount and Date Paid of {number} come from the one you choose.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number or customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices of the books without a row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Link</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to link to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every invoice of the books that was seen has a row already.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>Open File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>LiveMapping</name>
    <message>
        <source>Reading the columns of '{table}'…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your rows are shown once table and columns are chosen.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your rows are shown once this is put right.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Update Invoice Payments</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Invoice Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Settin&amp;gs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No successful run yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last successful run: {when}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting ({count})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{name}' is connected again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A run has ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk goes on in the tray</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs happen as before. Quit it from its menu there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A run is under way</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop the run and close SyncDesk?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row under way is finished first. What was not reached stays due for the next run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop and Close</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep Running</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MappingLines</name>
    <message>
        <source>Choose a table, or type a part of its name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same table</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as it is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More columns and rules</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ta&amp;ble of invoices:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the column says</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Whole amounts: 1200 is 1,200.00</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cents: 1200 is 12.00</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text: 1200.00</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text: {example}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>As the column says, text as 2026-01-31</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Day: 2026-01-31</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Day and time: 2026-01-31 00:00:00</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice number:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk writes this column.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Amounts are stored:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A pattern of your own can be typed: %d. %m. %Y means 31. 01. 2026.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dates are stored:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Compared with the books when an invoice is first matched.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Total:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Three letters such as GBP. Empty means the home currency of the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency where none is given:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Key:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What tells one row from all others.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Numbers in the books begin with this, numbers here do not. Empty means nothing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Prefi&amp;x in the books:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Example:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Numbers here begin with this, numbers in the books do not. Empty means nothing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Prefix in the job database:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Digits in the books:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shorter numbers get zeros in front.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice date:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Written too, if you choose a column.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Credited:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outstanding:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only where the table above is a view that cannot be written: the table behind it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Table that is written:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A condition in SQL such as status &lt;&gt; 'quote'. Empty means all rows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Only rows in which:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>MappingSection</name>
    <message>
        <source>Please look at these</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a column</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Job invoice {here} is {books} in the books.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>Companies</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency of the charts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cash received per week</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amounts by the week of their Date Paid. Part payments have no Date Paid yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outstanding by age</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is still owed, by the days since the invoice's date in the job database.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing needs you now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Money: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the invoices…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to draw yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice of the job database has a payment or a balance so far.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Money: {name}, in {currency}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Week of {day}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid in part, no date yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Days since the invoice's date, {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What needs you now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Companies side by side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No company is connected yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a connection, or try the sample company: both are on the Settings tab.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PaneHead</name>
    <message>
        <source>Copy A&amp;ll</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clo&amp;se</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PastePage</name>
    <message>
        <source>Paste the address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Sign In</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1. Open this page in any browser, sign in and allow access:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>2. The browser ends at an address with 'code=' in it. Even if that page cannot be shown, copy the whole address from the browser's address line and paste it here soon: it holds for some minutes only.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address the browser ended a&amp;t:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>First day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reads both sides in full and writes nothing (F5)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All Time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This Year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last Year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom Dates</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices &amp;dated:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the beginning</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The last day lies before the first. Put the earlier day first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ReconnectPage</name>
    <message>
        <source>Reconnect {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signing in again gives SyncDesk a new permission to read. Links and history stay as they are.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is another company than before. The next run notices that and waits for your word before it writes anything.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use &amp;This Company</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RemoveQuestion</name>
    <message>
        <source>Remove Connection</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove the connection '{name}'?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing is touched in the books or in the job database. SyncDesk only forgets how the two belong together; to connect them again, this would have to be set up anew.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RulesSection</name>
    <message>
        <source>Careful: what anybody enters here by hand is overwritten by the next run, unasked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Careful: Paid Amount then holds more than the money that came in, credit notes too.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All: drafts and cancelled invoices too</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issued and cancelled ones, no drafts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issued ones and drafts, no cancelled ones</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Issued ones only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask me: the row waits until I decide</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books win: write their figures</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep what was changed here, until the books change again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Money only: payments less refunds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything that settles, credit notes too</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Yes: the day the total is covered by money and credits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No: the day the total is covered by money alone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Company time &amp;zone:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Decides when a day begins. Type a part of the name to find it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If a figure was changed here:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What a run does with a row whose figures are not those it last wrote.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount is:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Credit notes, discounts and write-offs are no money: usually they are shown apart.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>May credits set Date Paid?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A credit note can close an invoice without any money. Does that make it paid?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices to look at:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By their status in the books. One written here and cancelled later is taken back anyway.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{company}: nothing is written by a preview. You can go on working in the other tabs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{company}: you can go on working in the other tabs, and stop at any time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{left} left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It goes on at {time}, in {left}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row under way is finished first, so that nothing is half written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>RunWords</name>
    <message>
        <source>The whole run waits. Nothing was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check that these are the right books and the right job database. Nothing is lost: the rows below stay due.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>&amp;Write These %n Change(s)</source>
        <translation>
            <numerusform>&amp;Write This Change</numerusform>
            <numerusform>&amp;Write These %n Changes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been written yet. Untick the rows that should be left out.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n change(s) would be written.</source>
        <translation>
            <numerusform>%n change would be written.</numerusform>
            <numerusform>%n changes would be written.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would be written: the job database already agrees with the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing would be written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing has changed in the books since then. Everything is up to date.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n invoice(s) brought up to date.</source>
        <translation>
            <numerusform>%n invoice brought up to date.</numerusform>
            <numerusform>%n invoices brought up to date.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing had to be written: the job database already agrees with the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Stopped after %n invoice(s) were written.</source>
        <translation>
            <numerusform>Stopped after %n invoice was written.</numerusform>
            <numerusform>Stopped after %n invoices were written.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every row is whole. What was not reached stays due for the next run.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be brought up to date and will be tried again.</source>
        <translation>
            <numerusform>%n row could not be brought up to date and will be tried again.</numerusform>
            <numerusform>%n rows could not be brought up to date and will be tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait for a person.</source>
        <translation>
            <numerusform>%n row waits for a person.</numerusform>
            <numerusform>%n rows wait for a person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) are not in the job database yet.</source>
        <translation>
            <numerusform>%n invoice is not in the job database yet.</numerusform>
            <numerusform>%n invoices are not in the job database yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were left out and stay due.</source>
        <translation>
            <numerusform>%n row was left out and stays due.</numerusform>
            <numerusform>%n rows were left out and stay due.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>Some of your rows, as SyncDesk reads them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>They are shown once table and columns are chosen.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The table has no rows yet.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) below cannot be read; look at the columns and formats.</source>
        <translation>
            <numerusform>%n row below cannot be read; look at the columns and formats.</numerusform>
            <numerusform>%n rows below cannot be read; look at the columns and formats.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do they say what you know of these invoices? What is stored stands in brackets.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{stored}: cannot be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{text}, stored as {stored}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number or customer, or total&gt;100, state:unpaid, date:2026-01</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SearchTab</name>
    <message>
        <source>Export Invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} invoices were written to {file}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State: {state}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>all invoices</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Invoices of the job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Expl&amp;ain</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Where the figures of the selected invoice come from</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Expo&amp;rt…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{shown} of {all} invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The job database has {all} invoices. Clear the search and the state to see them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice fits this search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Clear Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The job database has no invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The table this connection is set up for has no rows. Settings says which one it is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading all invoices… meanwhile the first {count}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reading the invoices…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The invoices cannot be shown</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The message above says what to do.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try Agai&amp;n</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No company is connected yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add a connection, or try the sample company: both are on the Settings tab.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>O&amp;pen Settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>S&amp;tate:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Show</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide {what}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show {what}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>Take Up Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard It</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The unfinished connection was discarded.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{name}' was removed. Books and job database were not touched.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{name}' is saved.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{name}' is connected again. Links and history are as they were.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} is not finished, but set aside until SyncDesk is closed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The changes to {name} are not saved, but set aside.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SetupCheck</name>
    <message>
        <source>Check Set-up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check Set-up: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Check &amp;Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>S&amp;upport File…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was looked at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Books and job database are asked; nothing is written.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right</source>
        <translation>
            <numerusform>%n thing to put right</numerusform>
            <numerusform>%n things to put right</numerusform>
        </translation>
    </message>
    <message>
        <source>In the order in which they are best seen to. Nothing was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The set-up holds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything was looked at. Nothing was written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The set-up could not be looked at</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Fails</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Worth knowing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preview First Run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show Them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>the company</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose the company to go on</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SignInPanel</name>
    <message>
        <source>There is no company that may be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in again as somebody who may see the company's books, and allow access.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your browser could not be opened.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy the address and open it in a browser yourself.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SignInView</name>
    <message>
        <source>SyncDesk only reads: nothing is ever written to your books. If the page of {label} speaks of full access, it is because it offers nothing smaller.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SourceFields</name>
    <message>
        <source>More fields</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There are no further settings for these books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kept in the password store; fill in to change it</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StartDates</name>
    <message>
        <source>Look for payments changed since</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom start date</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StartPanel</name>
    <message>
        <source>&amp;Preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shows what a run would write, and writes nothing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Run Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look for payments changed since</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not sure? Choose an early date. Looking at more does no harm, and you can stop at any time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Step {here} of {all}: {name}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>StorySection</name>
    <message>
        <source>Why this invoice is not syncing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Accept &amp;Books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ig&amp;nore</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlin&amp;k</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kee&amp;p This</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ask Agai&amp;n</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Link by Han&amp;d…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Runs &amp;work on this invoice (off: only you do)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Runs sync this invoice again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Runs leave this invoice out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Linked to the invoice {number}. Sync writes its figures.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlinked. The figures in this row stay as they are.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking at the books and at this row…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sync started</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A run is under way. This invoice waits and is taken up next.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was asked for meanwhile is done.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not synced.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Synced: the row was brought up to date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Synced: the row was right already.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not everything that was asked for meanwhile could be synced: see Failed in the list.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped. The row is as it was, or whole.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say which invoice of the books belongs to this row.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take this row and its invoice of the books apart. The figures stay as they are.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at the books now and bring this one row up to date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Syn&amp;c</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Resyn&amp;c</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>R&amp;etry</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>SupportFile</name>
    <message>
        <source>Support File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is all that would be saved: versions, settings, checks, the latest runs, the end of the log. Passwords and tokens are removed. Take out what nobody else should read. Nothing is sent by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Support file</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Gathering…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Copy All</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save Support File</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Copy Rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Copy Cell</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <source>Shows only these rows</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TokenPage</name>
    <message>
        <source>Use a refresh token</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Use I&amp;t</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is tried at once and kept in this computer's password store. From then on SyncDesk renews it; if another program used the same token, one of the two would be locked out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Refresh token</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>R&amp;efresh token:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>TotalsPanel</name>
    <message>
        <source>More currencies: {count}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{currency} (invoices: {count})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{sum} (not known: {count})</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open SyncDesk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>UndoPanel</name>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows of the undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking at the rows of the run…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Putting rows back…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was put back.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) will not be touched: see the reason.</source>
        <translation>
            <numerusform>%n row will not be touched: see the reason.</numerusform>
            <numerusform>%n rows will not be touched: see the reason.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo: Put %n Row(s) Back</source>
        <translation>
            <numerusform>&amp;Undo: Put %n Row Back</numerusform>
            <numerusform>&amp;Undo: Put %n Rows Back</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is put back then waits until you start a run; automatic runs leave it alone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing can be put back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take the undo of {when} back?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo the run of {when}?</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) put back.</source>
        <translation>
            <numerusform>%n row put back.</numerusform>
            <numerusform>%n rows put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) not touched.</source>
        <translation>
            <numerusform>%n row not touched.</numerusform>
            <numerusform>%n rows not touched.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. {rest}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What was put back waits until you start a run. This undo can itself be undone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>UpdateResults</name>
    <message>
        <source>Write &amp;Anyway…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reco&amp;nnect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try &amp;Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows of this run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice changed in the books since the start date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{result}: no rows</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice of this run ended up here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show All Rows</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>S&amp;ee %n Waiting Row(s)</source>
        <translation>
            <numerusform>S&amp;ee %n Waiting Row</numerusform>
            <numerusform>S&amp;ee %n Waiting Rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UpdateTab</name>
    <message>
        <source>Write anyway?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If the books are right, go on: what they say is written. It can be undone in History. If they are not, for example after a restored backup, put them right first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write Anyway</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave As It Is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preview started</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run started</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was written. What was not reached stays due for the next run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A connection pairs your books with your job database. Nothing runs without one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Press Run Sync. The first run shows what it would write, and waits for your word.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a start date and press Run Sync. Nothing is read or written before that.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>VersionBox</name>
    <message>
        <source>New Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look &amp;once a day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open &amp;Download Page</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Skip This Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look &amp;Again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk {version} is available</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have {this}. The page says what is new and has the download. Install it while SyncDesk is closed; settings and history stay.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is the newest version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have SyncDesk {this}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Updates come by themselves</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have SyncDesk {this}. What it was installed with keeps it up to date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This copy cannot look for newer versions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>You have SyncDesk {this}. Nobody said where newer ones are published when it was built; whoever gave it to you knows.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It asks {host} for the number of the newest version. Nothing of yours is sent, and nothing is installed by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last looked: {when}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>VersionWatch</name>
    <message>
        <source>Restart SyncDesk</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk {version} is available</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>SyncDesk was updated while it was open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Restart it to go on: until then nothing is written.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ViewInBooks</name>
    <message>
        <source>the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>View in {label}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} gives this invoice no address that a browser could open.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your browser could not be opened. The address is {address}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ViewsButton</name>
    <message>
        <source>Views</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Searches under a name: those given, and your own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep This Search</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name of the view for '{query}':</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{name}' is there for everybody. Choose another name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The search is kept as '{name}'.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Keep This Search…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Drop a View</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The view '{name}' is dropped.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Give U&amp;p</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No page opened? This is its address:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting for your browser…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign in at {label} and allow access. This page goes on by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{label} is being asked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Your browser could not be opened. Open this address in it yourself:</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WaitingTab</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What waits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason of the current row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Take &amp;Back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again now, whether it is due or not.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To put right</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ignor&amp;e</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kept or ignored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice, customer or reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Look for:</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What waits is listed here once there is a connection.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) of other kinds, or without these words.</source>
        <translation>
            <numerusform>%n row of other kinds, or without these words.</numerusform>
            <numerusform>%n rows of other kinds, or without these words.</numerusform>
        </translation>
    </message>
    <message>
        <source>No match</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show Everything</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every invoice that was found has been dealt with.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing waits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Looking at the books and the rows once more…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing waits there any more.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n row(s) written.</source>
        <translation>
            <numerusform>%n row written.</numerusform>
            <numerusform>%n rows written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left as they are.</source>
        <translation>
            <numerusform>%n row left as they are.</numerusform>
            <numerusform>%n rows left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) still wait.</source>
        <translation>
            <numerusform>%n row still wait.</numerusform>
            <numerusform>%n rows still wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing had to be written.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing was answered.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped. What was not reached waits on.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>WaysPage</name>
    <message>
        <source>&amp;Sign In with Your Browser</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Paste the Address Instead</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>I Have a Refresh Toke&amp;n</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other ways</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For a browser on another computer, or one that ends at a page that cannot be shown.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>For those who were given one, made for the same client ID.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The page of {label} opens. Sign in there, allow access, and come back.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ZoneChoice</name>
    <message>
        <source>This computer's time zone ({zone})</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>_CalendarPopup</name>
    <message>
        <source>Choose a day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>The last success was %n day(s) ago.</source>
        <translation>
            <numerusform>The last success was %n day ago.</numerusform>
            <numerusform>The last success was %n days ago.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) wait for a person.</source>
        <translation>
            <numerusform>%n row waits for a person.</numerusform>
            <numerusform>%n rows wait for a person.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message numerus="yes">
        <source>%n invoice(s)</source>
        <translation>
            <numerusform>%n invoice</numerusform>
            <numerusform>%n invoices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invoice(s) without a known balance are not in the charts.</source>
        <translation>
            <numerusform>%n invoice without a known balance are not in the charts.</numerusform>
            <numerusform>%n invoices without a known balance are not in the charts.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: nobody is signed in to the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run can read them until somebody is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconnect</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is tried again at {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name}: automatic runs do not succeed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show History</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name}: the last run failed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name}: a whole run waits for your word.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It wrote nothing, on {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Look at It</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>{name}: %n row(s) waiting.</source>
        <translation>
            <numerusform>{name}: %n row waiting.</numerusform>
            <numerusform>{name}: %n rows waiting.</numerusform>
        </translation>
    </message>
    <message>
        <source>For your answer, or for a cure that they name.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show Them</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name}: nothing has been written yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The first run shows what it would write, and waits for your word.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preview It</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name}: automatic runs are paused.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its schedule is kept. Run Sync works all the same.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open Settings</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>{name}: the last success was %n day(s) ago.</source>
        <translation>
            <numerusform>{name}: the last success was %n day ago.</numerusform>
            <numerusform>{name}: the last success was %n days ago.</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures may be out of date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run Sync</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>assistant</name>
    <message>
        <source>Still to fill in: {fields}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>automatic</name>
    <message>
        <source>It is tried again at {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The automatic run of {name} did not succeed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing runs by itself here. Figures may be out of date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs are paused in Settings. Figures may be out of date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs were missed or did not succeed. See History.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs are paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs begin after your first run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next automatic run: {when}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{name} needs you.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The automatic run wrote nothing and waits for your word.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>Result</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>was {old}, becomes {new}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>Changed here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Credits counted as paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other total</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two rows for one number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Two invoices for one row</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Deleted in the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not in the job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not in the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not written yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left as it is, as decided</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Other number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not ours by the number rule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Agrees</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dated</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Total (books)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Total (job database)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount (books)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount (job database)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid (books)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid (job database)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Credited</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outstanding</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All causes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>invoices dated {first} to {last}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>invoices dated {first} or later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>invoices dated up to {last}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>all invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid in the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid in the job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sums</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>declared</name>
    <message>
        <source>A GnuCash book keeps no record of when a payment was entered or changed. A change therefore counts from the moment SyncDesk first saw it; the first run looks at every invoice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address of the service</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Address of the sign-in</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Beside the client ID in the developer portal. It stays in this computer's password store.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client ID</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Company ID</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exactly as registered with your app. The default suits development keys; production keys need an https:// address: its page hands on to this computer, or you paste the address at which the browser ended.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filled in by signing in. QuickBooks shows it under Account and settings &gt; Billing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filled in by signing in: Xero's id of the organisation that is read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>GnuCash book</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>GnuCash books (*.gnucash *.sqlite *.sqlite3 *.db);;All files (*)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Intuit's own unless a token service of your company stands in for it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Of an app of the kind 'Auth code with PKCE' in Xero's developer portal (developer.xero.com), with http://localhost:8742/callback among its redirect addresses. Such an app has no secret.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Of your own app in Intuit's developer portal (developer.intuit.com), under Keys &amp; credentials. The app needs the permission 'Accounting'; SyncDesk only reads.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Redirect address</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Scopes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The file in which GnuCash keeps the book, saved in the sqlite3 format (File &gt; Save As).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no earlier successful run yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the app asks for. An app made before March 2026 may need accounting.transactions.read in place of the two for invoices and payments.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>With development keys: https://sandbox-quickbooks.api.intuit.com</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Xero's own unless something stands in for it.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>Total of the invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outstanding</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>less Paid Amount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>less credited (no money)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>paid too much</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>credits do not close invoices here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>rounding, counts as paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>cancelled: nothing is due</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>a draft: nothing is due yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid is {day}, the day the books themselves state.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid is {day}, the invoice's own date: it was paid before, but no earlier day counts.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid is {day}: on that day the total was covered, and it has been ever since.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It had been covered before, but was opened again by a later movement.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid is empty: the invoice is cancelled.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid is empty: the invoice is still a draft.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid is empty: there was nothing to pay.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid is empty: {amount} is still outstanding.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books contradict themselves: {what}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>CSV, commas, 1234.50 (*.csv)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>CSV, semicolons, 1234,50 (*.csv)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>CSV, semicolons, 1234.50 (*.csv)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Text, tabs, 1234.50 (*.txt)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>PDF, to print or send (*.pdf)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Company: {name}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Shown: {filter}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Made by SyncDesk on {when} ({zone})</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Started</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Set off by</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>link</name>
    <message>
        <source>number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>movements</name>
    <message>
        <source>Payment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Prepayment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Change given</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Credit note</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Write-off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not yet: pending</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No: not money</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>To write</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Written</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unmatched</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Does not work</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs you</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not begun</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Out of date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In order</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last success</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>over {days}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>permission</name>
    <message>
        <source>Nobody is signed in to the books of {name}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reconnect before the next run. Links and history stay as they are.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The permission to read the books of {name} has ended.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It ended on {day}. Reconnect: links and history stay as they are.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The permission to read the books of {name} ends {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It ends for good on {day}. Reconnect before: links and history stay as they are.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It ends on {day} if it is not used. A run before that day renews it, or Reconnect.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in {days} days</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>phases</name>
    <message>
        <source>Reading the books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Finding the invoices in the job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Working out what differs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Writing to the job database</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Recording what was done</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>present</name>
    <message>
        <source>{day}, {time}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>less than a second</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} min</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>print</name>
    <message>
        <source>Page {page} of {pages}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>This is a credit note, not an invoice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The total is negative: this is a credit, not an invoice.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number does not begin with '{prefix}', so this invoice is not one of ours.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number '{number}' is shorter than the numbers of our invoices, so this invoice is not one of ours.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a draft or was cancelled, and an invoice of the books has the same number '{number}'.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is a draft in the books, and drafts are left out in Settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This invoice was cancelled in the books, and cancelled ones are left out in Settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Deleted in the books; there is nothing here to take back.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not reached: the run ended before this row. It stays due.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not written: the first run waits until its preview is accepted.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not written: the whole run waits for a decision.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Deleted in the books and entered there again under the same number.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left out of this run by hand. It stays due.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books were changing while they were read. This invoice is looked at again by the next run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Somebody else has written to this row, and the books have changed since this run read them. The next run looks at both again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed here: {held} is kept until the books change again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kept as it is here, as was decided, until either side changes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ignored, as was decided, until either side changes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its own switch is off. It is brought up to date once that is on again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Taken back by an undo. It is held until a person starts a run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice '{number}' in the job database. It is looked for again by every run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice '{number}' in the job database. Similar there: {similar}. Nothing is written on a resemblance.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Linked by hand to the invoice '{number}' of the books. The next sync brings it up to date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlinked by hand from its row. Nothing is written until it is linked again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This invoice has no number in the books yet. Give it one there.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The job database has {count} rows for the number '{number}' ({keys}). Nothing is written until only one is left.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books have {count} invoices with the number '{number}'. Nothing is written until only one is left.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row of the number '{number}' already belongs to another invoice of the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number '{number}' is there, but the customer differs: '{here}' here, '{books}' in the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number '{number}' is there, but the total differs: {here} here, {books} in the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number '{number}' is there, but the currency differs: {here} here, {books} in the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{problem}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed here: the job database holds {held}; the books say {books}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed here, and since then in the books: the job database holds {held}; the books say {books}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This invoice was deleted in the books. Its figures here stay until a person decides.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This invoice was deleted in the books, and its Date Paid lies on or before the lock date {lock_date}. Its figures here stay until a person decides.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books contradict themselves: {contradiction}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A Date Paid on or before the lock date {lock_date} would change. It waits for a decision.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row was changed by someone else during the run. It is looked at again by the next run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed here since: the job database holds {held}; the run wrote {wrote}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed here since: {problem} The run wrote {wrote}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Written again by the run of {when}. Undo that run first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Taken back already by the undo of {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row is no longer in the job database.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The key {key} now belongs to the invoice '{number}': the row was used for another job.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This invoice of the books belongs to another row by now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Changed by someone else while the undo was at work.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A Date Paid on or before the lock date {lock_date} would change. An undo leaves it as it is.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What the row held before was not recorded.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not reached: the undo ended before this row. It is still as the run left it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The row disappeared from the job database during the run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The job database refused the new value: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The job database did not keep what was written: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This invoice of the books cannot be read: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books have no invoice '{number}'.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The job database counts {credited} of credit as paid; for the books that is no money.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Written by a run that was interrupted; found complete and recorded now.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The job database already says so.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Somebody else, most likely SyncDesk on another desk, has already written these figures.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>First figures for this row.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Brought up to date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Written as was decided. Before: {held}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put back as it was before the run of {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put back as it was before the undo of {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books win over what was changed here ({held}).</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Taken back: the books no longer say it is paid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These are other books than last time: '{now}' instead of '{before}'.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books show no invoices at all, where there were {count} last time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books went back in time: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} of {paid} paid invoices would lose money or their Date Paid; more than {limit} needs a person's word.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} of {paid} paid invoices would change; more than {limit} needs a person's word.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount is stored as nothing at all again.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not held back, as was decided: {brake}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These books are new to this company: what was remembered of '{before}' is forgotten.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Dated in the future: {day}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{amount} is still pending and does not count yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>More was refunded than paid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By its movements it was paid on {rule}; the books state {books}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Payments are still attached to this cancelled invoice; they do not count.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The total differs: {here} here, {books} in the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The number in the books is now '{books}'; the row is still linked.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The invoice's own date differs: {here} here, {books} in the books. The date in the books decides in which period it stands.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This computer's clock is behind the last run ({before}). Check the date and time.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>First run: every invoice of the books is looked at, whatever the start date.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>These books keep no record of when a payment was changed. A change counts from the moment SyncDesk first saw it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{count} of these rows had already been written by somebody else, most likely by SyncDesk on another desk.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{text}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>results</name>
    <message>
        <source>Previewed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Success</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Partly done</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not finished</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{word}: {why}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not seen in the books yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid Amount</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Credited</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Outstanding</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Date Paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last synced</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last outcome</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>All invoices</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unpaid (waiting or part-paid)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid in full (overpaid too)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Needs a person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Words in number or customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A customer by exact words</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unpaid, more than 100 outstanding</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Total from 100 to 200</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid from January to March</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something paid, but no Date Paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Without a word</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What needs a person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid in the books, but not here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Failed or waiting to be synced</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is no field '{field}'. Use {fields}; or put the text in quotes to search for it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say what '{field}' should be, right after the sign.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say which figure is meant, as in total&gt;100; or put the text in quotes to search for it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>There is nothing to search for between the quotes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put the word that must not occur right after the minus.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{field}' can only be searched with a colon, for example {field}:word.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{value}' is not an amount. Write it like {example}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{value}' is not a date. Write a day as 2026-01-31, a month as 2026-01, a year as 2026, or a word: {words}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The range '{value}' runs backwards: put the smaller end first.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The range '{value}' needs at least one end.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A range such as '{value}' goes with a colon, not with {operator}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>'{value}' is not a state. The states are {states}.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Last Successful Run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Past Week</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Past Two Weeks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Past Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Custom Date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Last Successful Run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Past Wee&amp;k</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Past &amp;Two Weeks</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Past &amp;Month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Custom Date</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>That is shortly before the last complete run, so that nothing is missed.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>Waiting for payment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Part-paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Overpaid</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Void</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not seen yet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>story</name>
    <message>
        <source>Synced</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Syncing…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not yet sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Superseded</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Left as it is</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sync of this invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An automatic run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An undo</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A person</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its switch was turned off.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its switch was turned on.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Linked to the invoice {number} of the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unlinked from the invoice {number} of the books.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It was asked for once more, so this was never carried out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It follows the run that is under way, or the next one.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>{trigger}, {user} on {computer}, {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The books named {count} payments or credits: {amount} paid.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The switch of this invoice is off, so runs leave it out.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs of this company are off in Settings.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No invoice of the books belongs to this row. If you know which one does, link it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run has looked at the books yet.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Something in this row cannot be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The last try did not succeed.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It waits for your answer.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It is left as it is, as was decided.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An undo took it back. The next run that a person starts takes it up.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automatic runs try it again from {when}.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last synced {when}</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Since {when}</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>The books are right: write what they say.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is here is right: leave it until either side changes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Leave it alone and do not ask until either side changes.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Forget what was answered, and ask again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Failed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What could not be synced, or waits for your answer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unmatched</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rows that no invoice of the books belongs to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting for payment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is still owed, in part or in whole</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid this week</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paid in full since Monday</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Still owed, and not looked at for more than 30 days</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>waiting</name>
    <message>
        <source>To decide</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>To put right</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Switched off</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Invoice</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Books</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
