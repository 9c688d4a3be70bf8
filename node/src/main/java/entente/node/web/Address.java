package entente.node.web;

import entente.agreement.Slug;
import entente.node.web.Subject.Word;
import entente.terms.Language;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an address of the site means. The word in the path chooses the language; ids are the same in both;
/// `@2016-03-31` asks for the page as known on that day, `@c244` for the record at that checkpoint, `@A..B` for what
/// changed between two times; `.json` and its like for the same page in that form. What was ever an address stays
/// one.
public sealed interface Address {
    /// The longest path that is looked at, in characters.
    int LONGEST = 300;

    /// A page. `language` is null at the neutral addresses, where the reader's browser chooses; `since` is null where
    /// nothing is compared.
    record Page(
            Subject subject,
            @Nullable Language language,
            @Nullable When since,
            When when,
            Format format) implements Address {}

    /// The receipt of an entry, to check on another machine.
    record EntryReceipt(long index) implements Address {}

    /// A file of the log, served as it is.
    record LogFile(String path) implements Address {}

    /// A file of the site's own, such as the style sheet.
    record Asset(String name) implements Address {}

    /// What a lane shows, sent on as it changes.
    record LaneEvents(String lane, Language language) implements Address {}

    /// The description of the machine side.
    record Described() implements Address {}

    Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,11}");
    String PROOF = ".tlog-proof";
    String EVENTS = ".events";

    /// What stands before the time and the form. `language` is null where the path leaves it open.
    record Place(Subject subject, @Nullable Language language) {}

    /// Reads a decoded path. Nothing where it is no address of the site.
    static Optional<Address> of(String path) {
        if (path.length() > LONGEST || !path.startsWith("/")) {
            return Optional.empty();
        }
        if (path.startsWith("/log/")) {
            return Optional.of(new LogFile(path.substring(5)));
        }
        if (path.startsWith("/assets/")) {
            return Optional.of(new Asset(path.substring(8)));
        }
        if (path.startsWith("/r/") && path.endsWith(PROOF)) {
            return index(path.substring(3, path.length() - PROOF.length())).map(EntryReceipt::new);
        }
        if (path.endsWith(EVENTS)) {
            return place(path.substring(1, path.length() - EVENTS.length())).flatMap(Address::events);
        }
        if (path.equals(Description.PATH)) {
            return Optional.of(new Described());
        }
        Format format = Format.at(path).orElse(Format.HTML);
        String bare = path.substring(0, path.length() - format.extension().length());
        int at = bare.indexOf('@');
        Optional<Place> place = place((at < 0 ? bare : bare.substring(0, at)).substring(1));
        if (at < 0) {
            return place.map(one -> new Page(one.subject, one.language, null, When.NOW, format));
        }
        return place.filter(one -> one.subject.dated()).flatMap(one -> timed(one, bare.substring(at + 1), format));
    }

    private static Optional<Address> events(Place place) {
        Language language = place.language;
        return language != null && place.subject instanceof Subject.OneLane(String lane, boolean slow) && !slow
                ? Optional.of(new LaneEvents(lane, language))
                : Optional.empty();
    }

    private static Optional<Address> timed(Place place, String times, Format format) {
        int dots = times.indexOf("..");
        if (dots < 0) {
            return When.of(times).map(when -> new Page(place.subject, place.language, null, when, format));
        }
        return When.of(times.substring(0, dots))
                .filter(_ -> place.subject.compared())
                .flatMap(since -> When.of(times.substring(dots + 2))
                        .map(when -> new Page(place.subject, place.language, since, when, format)));
    }

    private static Optional<Place> place(String path) {
        String[] parts = path.split("/", -1);
        return switch (parts.length) {
            case 1 -> one(parts[0]);
            case 2 -> two(parts[0], parts[1]);
            case 3 -> three(parts[0], parts[1], parts[2]);
            default -> Optional.empty();
        };
    }

    private static Optional<Place> one(String first) {
        if (first.isEmpty()) {
            return Optional.of(new Place(new Subject.Agreements(), null));
        }
        return word(first, word -> switch (word) {
                    case AGREEMENTS -> new Subject.Agreements();
                    case MONEY -> new Subject.Money(null);
                    case FIGURES -> new Subject.Figures(null);
                    case PROMISES -> new Subject.Promises(null);
                    case TIMELINE -> new Subject.Timeline(null, null);
                    case MAP -> new Subject.Chart(null);
                    case FIND -> new Subject.Find();
                    case DATA -> new Subject.Data(null);
                    case ACCESSIBILITY -> new Subject.Accessibility();
                    case VERIFY -> new Subject.Verify();
                    case STANDINGS -> new Subject.Glossary();
                    case LANES -> new Subject.Lanes();
                    case AGREEMENT, LOG, LANE, NOW -> null;
                })
                .or(() -> Slug.fits(first)
                        ? Optional.of(new Place(new Subject.OneAgreement(first), null))
                        : Optional.empty());
    }

    private static Optional<Place> two(String first, String second) {
        if (first.equals("r")) {
            return index(second).map(index -> new Place(new Subject.OneEntry(null, index), null));
        }
        if (!Slug.fits(first)) {
            return Optional.empty();
        }
        Optional<Place> top = !Slug.fits(second)
                ? Optional.empty()
                : word(first, word -> switch (word) {
                    case FIGURES -> new Subject.OneFigure(null, second);
                    case PROMISES -> new Subject.Promises(second);
                    case MAP -> new Subject.Chart(second);
                    case DATA -> new Subject.Data(second);
                    case LANE -> new Subject.OneLane(second, false);
                    case AGREEMENTS,
                            AGREEMENT,
                            LOG,
                            MONEY,
                            TIMELINE,
                            FIND,
                            ACCESSIBILITY,
                            VERIFY,
                            STANDINGS,
                            LANES,
                            NOW -> null;
                });
        return top.or(() -> word(second, word -> switch (word) {
            case AGREEMENT -> new Subject.OneAgreement(first);
            case MONEY -> new Subject.Money(first);
            case FIGURES -> new Subject.Figures(first);
            case TIMELINE -> new Subject.Timeline(first, null);
            case AGREEMENTS, LOG, PROMISES, MAP, FIND, DATA, ACCESSIBILITY, VERIFY, STANDINGS, LANES, LANE, NOW -> null;
        }));
    }

    private static Optional<Place> three(String agreement, String second, String last) {
        if (!Slug.fits(agreement)) {
            return Optional.empty();
        }
        Optional<Place> lane = !Slug.fits(second)
                ? Optional.empty()
                : word(agreement, word -> word == Word.LANE ? new Subject.OneLane(second, true) : null)
                        .filter(one -> one.language != null && last.equals(Word.NOW.in(one.language)));
        return lane.or(() -> word(second, word -> switch (word) {
            case AGREEMENT ->
                NUMBER.matcher(last).matches() ? new Subject.OneClause(agreement, Integer.parseInt(last)) : null;
            case LOG ->
                index(last).map(index -> new Subject.OneEntry(agreement, index)).orElse(null);
            case TIMELINE ->
                NUMBER.matcher(last).matches() ? new Subject.Timeline(agreement, Integer.parseInt(last)) : null;
            case FIGURES -> Slug.fits(last) ? new Subject.OneFigure(agreement, last) : null;
            case AGREEMENTS, MONEY, PROMISES, MAP, FIND, DATA, ACCESSIBILITY, VERIFY, STANDINGS, LANES, LANE, NOW ->
                null;
        }));
    }

    private static Optional<Place> word(String text, Function<Word, @Nullable Subject> meaning) {
        return Arrays.stream(Word.values())
                .flatMap(word -> word.read(text).stream()
                        .flatMap(language -> Optional.ofNullable(meaning.apply(word)).stream()
                                .map(subject -> new Place(subject, language))))
                .findFirst();
    }

    private static Optional<Long> index(String text) {
        return INDEX.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
