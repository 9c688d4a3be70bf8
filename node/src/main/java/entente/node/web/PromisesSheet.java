package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Commitment;
import entente.agreement.Theme;
import entente.agreement.Theme.Made;
import entente.agreement.Theme.Strand;
import entente.node.export.Table;
import entente.node.web.Views.FactLink;
import entente.node.web.Views.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Like promises together: all themes, or where `theme` is not null the promises of that one, each as often as it was
/// made.
public record PromisesSheet(Scene scene, @Nullable String theme) implements Sheet {

    /// The page. `themes` is empty on the page of one theme, `again` and `once` on that of all.
    public record View(
            Frame frame, String title, String answer, List<ThemeRow> themes, List<StrandCard> again, List<Line> once) {}

    public record ThemeRow(FactLink link, String promises, List<String> again, List<Tally> tallies) {}

    /// One promise made again. `years` are those in which it was made.
    public record StrandCard(String title, List<Line> lines) {}

    /// A promise as one agreement makes it. `before` is null where it was not made again later.
    public record Line(
            String signed,
            FactLink clause,
            String agreement,
            String does,
            @Nullable String sum,
            @Nullable String next,
            @Nullable Chip before,
            Chip now) {}

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    private Speech speech() {
        return scene.speech();
    }

    private List<Theme> themes() {
        return Theme.of(scene.register(), scene.day(), scene.day()).stream()
                .filter(one -> theme == null || one.name().equals(theme))
                .toList();
    }

    /// Nothing where no promise of any day is about the theme.
    static Optional<Sheet> of(Scene scene, @Nullable String theme) {
        boolean any = theme == null
                || scene.register().agreements().stream()
                        .flatMap(Agreement::commitments)
                        .anyMatch(commitment -> commitment.themes().contains(theme));
        return any ? Optional.of(new PromisesSheet(scene, theme)) : Optional.empty();
    }

    @Override
    public String template() {
        return "promises.jte";
    }

    @Override
    public List<Table> tables() {
        return new ComparedExtracts(scene).of(themes());
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(title()));
    }

    private String title() {
        return theme == null
                ? say("Like promises together", "Les promesses semblables, ensemble")
                : speech().words(Labels.theme(theme));
    }

    @Override
    public Object view() {
        List<Theme> themes = themes();
        List<Strand> strands = theme == null
                ? List.of()
                : themes.stream().flatMap(one -> one.strands().stream()).toList();
        Frame.Step all = new Frame.Step(
                say("Like promises", "Promesses semblables"), scene.links().to(new Subject.Promises(null)));
        return new View(
                scene.frame(
                        new Subject.Promises(theme),
                        title(),
                        theme == null ? List.of(scene.home()) : List.of(scene.home(), all)),
                title(),
                theme == null || themes.isEmpty() ? answer(themes) : answer(themes.getFirst()),
                theme == null
                        ? themes.stream()
                                .sorted(Comparator.comparingInt(PromisesSheet::longest)
                                        .reversed()
                                        .thenComparing(Theme::name))
                                .map(this::row)
                                .toList()
                        : List.of(),
                strands.stream().filter(Strand::repeated).map(this::card).toList(),
                strands.stream()
                        .filter(strand -> !strand.repeated())
                        .flatMap(strand -> strand.made().stream())
                        .map(this::line)
                        .toList());
    }

    private String answer(List<Theme> themes) {
        List<Commitment> all = themes.stream()
                .flatMap(one -> one.strands().stream())
                .flatMap(strand -> strand.made().stream())
                .map(Made::commitment)
                .distinct()
                .toList();
        long again = all.stream().filter(one -> !one.repeats().isEmpty()).count();
        if (all.isEmpty()) {
            return theme == null
                    ? say("Nothing had been promised by this date.", "Rien n’avait été promis à cette date.")
                    : say(
                            "Nothing had been promised about this by this date.",
                            "Rien n’avait été promis à ce sujet à cette date.");
        }
        return speech().count(again, "promise", "promises", "promesse", "promesses")
                + say(" of ", " sur ")
                + speech().number(all.size())
                + (again == 1
                        ? say(" repeats an earlier one.", " en reprend une antérieure.")
                        : say(
                                " repeat an earlier one.",
                                again < 2 ? " en reprend une antérieure." : " en reprennent une antérieure."));
    }

    private String answer(Theme one) {
        int made =
                one.strands().stream().mapToInt(strand -> strand.made().size()).sum();
        long again = one.strands().stream().filter(Strand::repeated).count();
        int most = longest(one);
        String count = speech().count(made, "commitment", "commitments", "engagement", "engagements");
        if (again == 0) {
            return count
                    + say(
                            "; none of them repeats another of this theme.",
                            made < 2
                                    ? ", qui n’en reprend aucun autre de ce thème."
                                    : ", dont aucun n’en reprend un autre de ce thème.");
        }
        return count
                + say("; ", "\u202F; ")
                + speech().count(
                                again,
                                "promise was made more than once",
                                "promises were made more than once",
                                "promesse a été faite plus d’une fois",
                                "promesses ont été faites plus d’une fois")
                + (again == 1
                        ? say(": ", "\u00A0: ") + speech().count(most, "time", "times", "fois", "fois")
                        : say(", one of them ", ", l’une d’elles ")
                                + speech().count(most, "time", "times", "fois", "fois"))
                + ".";
    }

    /// How often the promise of a theme was made that was made most often.
    private static int longest(Theme one) {
        return one.strands().stream()
                .mapToInt(strand -> strand.made().size())
                .max()
                .orElse(0);
    }

    private ThemeRow row(Theme one) {
        List<Made> made =
                one.strands().stream().flatMap(strand -> strand.made().stream()).toList();
        return new ThemeRow(
                new FactLink(
                        speech().words(Labels.theme(one.name())), scene.links().to(new Subject.Promises(one.name()))),
                speech().number(made.size()),
                one.strands().stream().filter(Strand::repeated).map(this::years).toList(),
                new Sums(scene)
                        .tallies(
                                made.stream().map(each -> each.now().standing()).toList()));
    }

    private String years(Strand strand) {
        return strand.made().stream()
                .map(made -> "" + made.signed().getYear())
                .distinct()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private StrandCard card(Strand strand) {
        return new StrandCard(
                say("Made ", "Faite ")
                        + speech().count(strand.made().size(), "time", "times", "fois", "fois")
                        + say(": ", "\u00A0: ")
                        + years(strand),
                strand.made().stream().map(this::line).toList());
    }

    private Line line(Made made) {
        Commitment commitment = made.commitment();
        Theme.Before before = made.before();
        return new Line(
                speech().period(
                                made.clause().since() == null
                                        ? made.agreement().signed()
                                        : made.clause().since()),
                new FactLink(
                        say("clause ", "clause ") + made.agreement().number(made.clause()),
                        scene.links().clause(made.agreement(), made.clause())),
                speech().words(made.agreement().title()),
                CommitmentCards.sentence(commitment, speech()),
                commitment.promised() == null ? null : speech().figure(commitment.promised()),
                before == null ? null : speech().day(before.day()),
                before == null ? null : Chip.of(before.standing(), speech()),
                Chip.of(made.now().standing(), speech()));
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(themes().stream()
                .map(one -> Map.of(
                        "theme", one.name(),
                        "title",
                                Map.of(
                                        "en", Labels.theme(one.name()).en(),
                                        "fr", Labels.theme(one.name()).fr()),
                        "strands",
                                one.strands().stream()
                                        .map(strand -> strand.made().stream()
                                                .map(PromisesSheet::tree)
                                                .toList())
                                        .toList()))
                .toList());
    }

    private static Map<String, @Nullable Object> tree(Made made) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        Theme.Before before = made.before();
        tree.put("commitment", made.commitment().id().toString());
        tree.put("signed", made.signed().toString());
        tree.put("nextSigned", before == null ? null : before.day().toString());
        tree.put("standingThen", before == null ? null : before.standing().code());
        tree.put("standing", made.now().standing().code());
        return tree;
    }
}
