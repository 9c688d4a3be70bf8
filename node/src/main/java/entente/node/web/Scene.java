package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Register;
import entente.node.Snapshot;
import entente.node.web.Frame.Step;
import entente.node.web.Frame.Times;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What every page is drawn from: the record as far as it may be seen, and the language and time that the address
/// asks for.
///
/// `snapshot` is cut already where a checkpoint was asked for. `day` is the date of the page: what had been reported
/// by its end is known, and the world is looked at as it was then. `origin` is the address of the site as its reader
/// knows it.
record Scene(
        Snapshot snapshot,
        Speech speech,
        Links links,
        LocalDate day,
        LocalDate today,
        Proofs proofs,
        Frame.Assets assets,
        String origin) {

    /// The notable dates list so many days with a judgement.
    private static final int JUDGED = 60;

    Register register() {
        return snapshot.register();
    }

    When when() {
        return links.when();
    }

    String say(String english, String french) {
        return speech.say(english, french);
    }

    /// Where the same record is spoken of as it is today.
    boolean past() {
        return !when().now();
    }

    FactCards facts() {
        return new FactCards(snapshot, speech, links, day);
    }

    CommitmentCards cards() {
        return new CommitmentCards(register(), proofs, new Wording(speech, register()), speech, day);
    }

    /// The agreements that had been signed by the day of the page, in the order of signature.
    List<Agreement> agreements() {
        return register().agreements().stream()
                .filter(agreement -> !agreement.signed().last().isAfter(day))
                .toList();
    }

    Step home() {
        return new Step(say("Agreements", "Accords"), links.agreements());
    }

    Step step(Agreement agreement) {
        return new Step(speech.words(agreement.title()), links.agreement(agreement.id()));
    }

    // The frame.

    Frame frame(Subject subject, String title, List<Step> trail) {
        Links other = links.in(speech.language().other());
        return frame(subject, title, trail, links.to(subject), other.to(subject));
    }

    /// The frame of a page that stands at addresses of its own, such as one that answers a question.
    Frame frame(Subject subject, String title, List<Step> trail, String here, String other) {
        boolean dated = subject.dated();
        return new Frame(
                speech,
                links,
                subject,
                dated && past() ? asOf() + " – " + title : title,
                here,
                other,
                links.today().to(subject),
                dated && past() ? pastLine() : null,
                speech.day(day),
                checkpoint(),
                assets,
                dated ? links.to(subject, Format.PRINT) : null,
                menu(subject),
                trail,
                local(subject),
                dated ? times(subject) : null,
                cited(subject) ? Taking.of(this, subject) : null);
    }

    /// The frame of a page that says what changed in a subject since an earlier time.
    Frame comparing(Scene since, Subject subject, String title, List<Step> trail) {
        When from = since.when();
        return new Frame(
                speech,
                links,
                subject,
                title,
                links.since(from, subject, Format.HTML),
                links.in(speech.language().other()).since(from, subject, Format.HTML),
                links.today().to(subject),
                say("You are comparing two times: ", "Vous comparez deux moments\u00A0: ")
                        + since.moment()
                        + say(" and ", " et ")
                        + moment()
                        + ".",
                speech.day(day),
                checkpoint(),
                assets,
                links.since(from, subject, Format.PRINT),
                menu(subject),
                trail,
                local(subject),
                new Times(times(subject).notable(), times(subject).leftOut(), null, null, null, true),
                null);
    }

    /// The time that the page speaks of, in words.
    String moment() {
        Long size = when().size();
        return speech.day(day)
                + (size == null ? "" : say(" (checkpoint ", " (point de contrôle ") + speech.number(size) + ")");
    }

    /// The frame of a page that speaks of no time.
    Frame quiet(Subject subject, String title, String here, String other) {
        return new Frame(
                speech,
                links.today(),
                subject,
                title,
                here,
                other,
                links.today().to(subject),
                null,
                speech.day(today),
                checkpoint(),
                assets,
                null,
                menu(new Subject.Find()),
                List.of(),
                List.of(),
                null,
                null);
    }

    /// Pages of the record are cited; those about the site are not.
    private static boolean cited(Subject subject) {
        return subject.dated() || subject instanceof Subject.OneEntry;
    }

    /// The foot of each printed page: what it is, as of when, by which checkpoint, and which page of how many.
    String print(String title) {
        return "@page{@bottom-left{content:" + quoted(title + " · " + asOf() + " · " + checkpoint())
                + "}@bottom-right{content:counter(page) \" / \" counter(pages)}}\n";
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\\\\"\\p{Cntrl}]", "") + '"';
    }

    /// As of when the page speaks, in a few words.
    String asOf() {
        Long size = when().size();
        if (when().day() == null && size != null) {
            return say("As recorded at checkpoint ", "État inscrit au point de contrôle ") + speech.number(size);
        }
        return (past() ? say("As known on ", "État connu au ") : say("As known today, ", "État connu aujourd’hui, "))
                + speech.day(day)
                + (size == null ? "" : say(", checkpoint ", ", point de contrôle ") + speech.number(size));
    }

    private String pastLine() {
        Long size = when().size();
        if (size == null) {
            return say(
                            "You are reading the record as reported by the end of ",
                            "Vous lisez le registre d’après ce qui était publié au ")
                    + speech.day(day)
                    + say(".", " inclus.");
        }
        String entries = speech.count(size, "entry", "entries", "entrée", "entrées");
        if (when().day() == null) {
            return say(
                            "You are reading the record as it stood at checkpoint ",
                            "Vous lisez le registre tel qu’il était au point de contrôle ")
                    + speech.number(size)
                    + say(", recorded by ", ", inscrit au ")
                    + speech.day(day)
                    + say(". This page never changes.", ". Cette page ne change jamais.");
        }
        return say("You are reading what had been reported by the end of ", "Vous lisez ce qui était publié au ")
                + speech.day(day)
                + say(", by the first ", " inclus, d’après les premières ")
                + entries
                + say(" of the record. This page never changes.", " du registre. Cette page ne change jamais.");
    }

    private String checkpoint() {
        String number = speech.number(snapshot.size());
        String moment = speech.moment(snapshot.signed());
        return when().fixed()
                ? say(
                        "Checkpoint " + number + ", its last entry recorded " + moment,
                        "Point de contrôle " + number + ", dernière entrée inscrite le " + moment)
                : say(
                        "Checkpoint " + number + ", signed " + moment,
                        "Point de contrôle " + number + ", signé le " + moment);
    }

    private List<Step> menu(Subject subject) {
        return List.of(
                item(say("Agreements", "Accords"), new Subject.Agreements(), subject),
                item(say("Money", "Argent"), new Subject.Money(null), subject),
                item(say("Promises", "Promesses"), new Subject.Promises(null), subject),
                item(say("Figures", "Chiffres"), new Subject.Figures(null), subject),
                item(say("Timeline", "Chronologie"), new Subject.Timeline(null, null), subject),
                item(say("Map", "Carte"), new Subject.Chart(null), subject),
                item(say("Standings", "États"), new Subject.Glossary(), subject),
                item(say("Lanes", "Voies"), new Subject.Lanes(), subject),
                item(say("Verify", "Vérifier"), new Subject.Verify(), subject),
                item(say("Data", "Données"), new Subject.Data(null), subject));
    }

    /// The pages about the one agreement that a subject belongs to.
    private List<Step> local(Subject subject) {
        return of(subject)
                .filter(_ -> subject.dated())
                .map(agreement -> Stream.of(
                                new Step(
                                        say("The text", "Le texte"),
                                        links.agreement(agreement.id()),
                                        subject instanceof Subject.OneAgreement),
                                new Step(
                                        say("Its money", "Son argent"),
                                        links.to(new Subject.Money(agreement.id())),
                                        subject instanceof Subject.Money),
                                new Step(
                                        say("Its figures", "Ses chiffres"),
                                        links.to(new Subject.Figures(agreement.id())),
                                        subject instanceof Subject.Figures),
                                new Step(
                                        say("Its timeline", "Sa chronologie"),
                                        links.to(new Subject.Timeline(agreement.id(), null)),
                                        subject instanceof Subject.Timeline))
                        .toList())
                .orElse(List.of());
    }

    private Step item(String name, Subject leads, Subject at) {
        boolean here = leads.getClass().equals(at.getClass())
                || leads instanceof Subject.Agreements
                        && (at instanceof Subject.OneAgreement || at instanceof Subject.OneClause)
                || leads instanceof Subject.Lanes && at instanceof Subject.OneLane;
        return new Step(name, links.to(leads), here);
    }

    // Other times.

    private Times times(Subject subject) {
        TreeMap<LocalDate, String> notable = notable();
        of(subject)
                .ifPresent(
                        agreement -> notable.headMap(agreement.signed().last()).clear());
        LocalDate before = notable.lowerKey(day);
        LocalDate after = notable.higherKey(day);
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<LocalDate, String> one : notable.entrySet()) {
            steps.add(new Step(
                    speech.day(one.getKey()) + say(": ", "\u00A0: ") + one.getValue(),
                    links.on(one.getKey()).to(subject),
                    one.getKey().equals(day) && past()));
        }
        int judged = judged().size();
        return new Times(
                steps,
                judged <= JUDGED
                        ? null
                        : say("Judgements are listed of the last ", "Seuls figurent les ")
                                + speech.number(JUDGED)
                                + say(" days that have one, of ", " derniers jours d’appréciation, sur ")
                                + speech.number(judged)
                                + say(".", "."),
                before == null ? null : to(before, subject),
                !past() || after == null ? null : to(after, subject),
                past() && subject.compared()
                        ? new Step(
                                say("What changed since", "Ce qui a changé depuis"),
                                links.on(today).since(when(), subject, Format.HTML))
                        : null,
                subject.compared());
    }

    private Optional<Agreement> of(Subject subject) {
        return Optional.ofNullable(
                        switch (subject) {
                            case Subject.OneAgreement(String id) -> id;
                            case Subject.OneClause(String id, var _) -> id;
                            case Subject.Money(var id) -> id;
                            case Subject.Figures(var id) -> id;
                            case Subject.OneFigure(var id, var _) -> id;
                            case Subject.Timeline(var id, var _) -> id;
                            case Subject.OneEntry(var id, var _) -> id;
                            case Subject.Agreements _,
                                    Subject.Promises _,
                                    Subject.Chart _,
                                    Subject.Find _,
                                    Subject.Data _,
                                    Subject.Accessibility _,
                                    Subject.Verify _,
                                    Subject.Glossary _,
                                    Subject.Lanes _,
                                    Subject.OneLane _ -> null;
                        })
                .flatMap(register()::agreement);
    }

    private Step to(LocalDate date, Subject subject) {
        return new Step(speech.day(date), links.on(date).to(subject));
    }

    /// Signatures, judgements by the governments, and the ends of UK financial years between the first signature and
    /// today.
    private TreeMap<LocalDate, String> notable() {
        TreeMap<LocalDate, String> days = new TreeMap<>();
        List<Agreement> signed = register().agreements();
        if (signed.isEmpty()) {
            return days;
        }
        LocalDate first = signed.getFirst().begins();
        for (int year = first.getYear(); year <= today.getYear(); year++) {
            days.put(LocalDate.of(year, 3, 31), say("end of the UK financial year", "fin de l’exercice britannique"));
        }
        judged().stream()
                .limit(JUDGED)
                .forEach(one -> days.put(one, say("a government’s judgement", "appréciation d’un gouvernement")));
        for (Agreement agreement : signed) {
            days.put(agreement.signed().last(), say("signed: ", "signature\u00A0: ") + speech.words(agreement.title()));
        }
        days.headMap(first).clear();
        days.tailMap(today).clear();
        return days;
    }

    /// The days on which a government’s judgement was reported, the latest first.
    private SortedSet<LocalDate> judged() {
        TreeSet<LocalDate> days = new TreeSet<>(Comparator.reverseOrder());
        register().judging(today).forEach(fact -> days.add(fact.reported().last()));
        return days;
    }

    /// The last day of which the whole of a record can speak.
    static LocalDate dayOf(Snapshot snapshot) {
        return snapshot.signed().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
