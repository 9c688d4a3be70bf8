package entente.node.web;

import entente.agreement.Account;
import entente.agreement.Agreement;
import entente.agreement.Calendar;
import entente.agreement.Figure.Stage;
import entente.agreement.Flow;
import entente.agreement.Ledger;
import entente.agreement.Line;
import entente.agreement.Line.Label;
import entente.agreement.Years;
import entente.agreement.Years.Slot;
import entente.node.export.Table;
import entente.node.web.Frame.Step;
import entente.node.web.MoneyLines.Phrase;
import entente.terms.Language;
import entente.terms.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The money of one agreement, or of all where it is null: by stage, by year, from payer to payee, every sum, and
/// published totals made again.
public record MoneySheet(Scene scene, @Nullable Agreement agreement) implements Sheet {
    private static final double WIDE = 840;
    private static final double NARROW = 340;

    /// As many published totals are made again on the page.
    private static final int RECOUNTS = 40;

    /// What the template is given.
    public record View(
            Frame frame,
            String title,
            String of,
            List<Phrase> answer,
            List<List<Phrase>> unknown,
            List<StageRow> stages,
            List<YearTable> years,
            List<FlowTable> flows,
            List<MoneyLines.Row> sums,
            @Nullable Rest sumsRest,
            @Nullable String recountsLine,
            List<RecountCards.Row> recounts,
            @Nullable Rest recountsRest,
            List<String> limits) {}

    /// One stage and currency.
    public record StageRow(String name, Phrase total, String adds, String refuses) {}

    /// A calendar: a column for each stage and currency, a row for each year.
    public record YearTable(String id, String name, boolean open, List<String> columns, List<YearRow> rows) {}

    public record YearRow(String year, List<Phrase> cells) {}

    /// From payer to payee.
    /// `wide` and `narrow` are the picture of it, null where there is but one way.
    public record FlowTable(
            String id,
            String name,
            Phrase total,
            List<FlowRow> rows,
            @Nullable String wide,
            @Nullable String narrow) {}

    public record FlowRow(String payer, String purpose, String payee, String amount, String sums) {}

    @Override
    public String template() {
        return "money.jte";
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(new PublishedMoney(scene).money(agreement));
    }

    private String say(String english, String french) {
        return scene.say(english, french);
    }

    private Speech speech() {
        return scene.speech();
    }

    private MoneyLines lines() {
        return new MoneyLines(scene, agreement);
    }

    private String title() {
        return agreement == null
                ? say("The money of all agreements", "L’argent de tous les accords")
                : say("The money", "L’argent");
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(title() + (agreement == null ? "" : " – " + lines().title())));
    }

    @Override
    public List<Table> tables() {
        return List.of(new MoneyTable(lines()).of(lines().ledger().lines()));
    }

    @Override
    public Object view() {
        Ledger ledger = lines().ledger();
        String id = lines().id();
        RecountCards cards = new RecountCards(lines());
        RecountCards.Published published = cards.published();
        List<Account> accounts = ledger.accounts();
        List<Years> years = Years.CALENDARS.stream()
                .flatMap(calendar -> ledger.years(calendar).stream())
                .toList();
        Subject subject = new Subject.Money(id);
        List<Step> trail = new ArrayList<>(List.of(scene.home()));
        if (agreement != null) {
            trail.add(scene.step(agreement));
        }
        return new View(
                scene.frame(new Subject.Money(id), title() + (agreement == null ? "" : " – " + lines().title()), trail),
                title(),
                lines().title(),
                answer(accounts, List.of(Stage.PROMISED, Stage.ALLOCATED, Stage.PAID)),
                unknown(accounts, years),
                accounts.stream().map(this::stage).toList(),
                years.stream().map(some -> years(accounts, some)).toList(),
                accounts.stream()
                        .filter(account -> !account.added().isEmpty())
                        .map(this::flow)
                        .toList(),
                lines().rows(Rest.last(MoneyLines.dated(ledger.lines()), Rest.MOST)),
                Rest.latest(scene, ledger.lines().size(), Rest.MOST, subject, Format.CSV, Format.JSON),
                cards.tally(published),
                published.first(RECOUNTS).map(cards::row).toList(),
                Rest.first(scene, published.totals().size(), RECOUNTS, subject, Format.JSON),
                limits(ledger));
    }

    // The answer.

    /// What has been paid, and of how much, for the head of another page.
    List<Phrase> paid() {
        return answer(lines().ledger().accounts(), List.of(Stage.PAID, Stage.PROMISED));
    }

    private List<Phrase> answer(List<Account> all, List<Stage> stages) {
        List<Phrase> answer = new ArrayList<>();
        for (Stage stage : stages) {
            List<Account> accounts =
                    all.stream().filter(account -> account.stage() == stage).toList();
            List<Account> some =
                    accounts.stream().filter(one -> !one.added().isEmpty()).toList();
            String name = speech().words(stage.title());
            answer.add(new Phrase((answer.isEmpty() ? "" : say("; ", "\u202F; "))
                    + (answer.isEmpty() ? MoneyLines.first(name) : name)
                    + say(": ", "\u00A0: ")));
            if (accounts.isEmpty()) {
                answer.add(new Phrase(say("nothing on record", "rien au registre")));
            } else if (some.isEmpty()) {
                Account account = accounts.getFirst();
                answer.add(new Phrase(
                        say(
                                "figures on record, none that can be added",
                                "des chiffres au registre, aucun à additionner"),
                        lines().address(FigureName.of(account))));
            }
            for (int place = 0; place < some.size(); place++) {
                if (place > 0) {
                    answer.add(new Phrase(say(" and ", " et ")));
                }
                answer.add(total(some.get(place)));
            }
        }
        answer.add(new Phrase("."));
        return answer;
    }

    private Phrase total(Account account) {
        return new Phrase(lines().total(account), lines().address(FigureName.of(account)));
    }

    private Calendar own() {
        return speech().language() == Language.ENGLISH ? Calendar.UK_YEAR : Calendar.FRENCH_YEAR;
    }

    /// What nobody can tell of what was paid: the year, for what, to whom.
    private List<List<Phrase>> unknown(List<Account> accounts, List<Years> years) {
        List<List<Phrase>> sentences = new ArrayList<>();
        for (Account account : accounts) {
            if (account.stage() == Stage.PAID && !account.added().isEmpty()) {
                sentences.addAll(unknown(account, years));
            }
        }
        long refused = accounts.stream()
                .filter(account -> account.stage() == Stage.PAID)
                .mapToLong(account -> account.refused().size())
                .sum();
        if (refused > 0) {
            sentences.add(List.of(new Phrase(speech().count(
                                    refused,
                                    "published figure of payments is",
                                    "published figures of payments are",
                                    "chiffre publié de versement n’est",
                                    "chiffres publiés de versements ne sont")
                    + say(
                            " not added; why is said below.",
                            " pas dans le total\u202F; la raison est dite plus bas."))));
        }
        return sentences;
    }

    private List<List<Phrase>> unknown(Account account, List<Years> years) {
        List<List<Phrase>> sentences = new ArrayList<>();
        List<Line> yearless = years.stream()
                .filter(some -> some.calendar() == own())
                .flatMap(some -> some.rows().stream())
                .filter(row -> !(row.slot() instanceof Slot.Year))
                .flatMap(row -> row.ledger().account(account.stage(), account.currency()).stream())
                .flatMap(one -> one.added().stream())
                .toList();
        sentence(
                sentences,
                account,
                yearless,
                say(" lie in no single UK financial year.", " ne relèvent d’aucune année civile unique."));
        sentence(
                sentences,
                account,
                with(account, line -> line.purpose() instanceof Label.NotKnown),
                say(" went to a purpose that is not known.", " sont allés à un objet non connu."));
        sentence(
                sentences,
                account,
                with(account, line -> line.payee() instanceof Label.NotKnown),
                say(" went to somebody who is not known.", " sont allés à un destinataire non connu."));
        return sentences;
    }

    private static List<Line> with(Account account, Predicate<Line> unknown) {
        return account.added().stream().filter(unknown).toList();
    }

    private void sentence(List<List<Phrase>> sentences, Account account, List<Line> lines, String rest) {
        if (!lines.isEmpty()) {
            sentences.add(List.of(
                    new Phrase(say("Of ", "Sur ")),
                    total(account),
                    new Phrase(say(" paid, ", " payés, ")
                            + lines().total(new Account(account.stage(), account.currency(), lines))
                            + rest)));
        }
    }

    // The tables.

    private StageRow stage(Account account) {
        return new StageRow(
                lines().name(account.stage(), account.currency()),
                total(account),
                speech().count(account.added().size(), "sum", "sums", "somme", "sommes"),
                speech().count(account.refused().size(), "figure", "figures", "chiffre", "chiffres"));
    }

    private YearTable years(List<Account> accounts, Years years) {
        List<Account> columns =
                accounts.stream().filter(account -> !account.added().isEmpty()).toList();
        List<YearRow> rows = new ArrayList<>();
        for (Years.Row row : years.rows()) {
            if (longBefore(row)) {
                continue;
            }
            List<Account> cells = row.ledger().accounts();
            rows.add(new YearRow(
                    lines().slot(years.calendar(), row.slot()),
                    columns.stream()
                            .map(account -> cell(account, years.calendar(), row.slot(), cells))
                            .toList()));
        }
        rows.add(new YearRow(
                say("whole total", "total entier"),
                columns.stream().map(this::total).toList()));
        return new YearTable(
                Years.code(years.calendar()),
                MoneyLines.first(lines().calendar(years.calendar())),
                years.calendar() == own(),
                columns.stream()
                        .map(account -> lines().name(account.stage(), account.currency()))
                        .toList(),
                rows);
    }

    /// A year that was over before anything was signed, and to which nothing is added.
    private boolean longBefore(Years.Row row) {
        LocalDate signed = agreement != null
                ? agreement.begins()
                : scene.agreements().stream()
                        .map(Agreement::begins)
                        .min(LocalDate::compareTo)
                        .orElse(LocalDate.MIN);
        return row.slot() instanceof Slot.Year(var window, var _)
                && window.until().isBefore(signed)
                && row.ledger().lines().stream().noneMatch(Line::added);
    }

    private Phrase cell(Account column, Calendar calendar, Slot slot, List<Account> cells) {
        Optional<Account> account = cells.stream()
                .filter(one -> one.stage() == column.stage() && one.currency().equals(column.currency()))
                .findFirst();
        if (account.isEmpty()) {
            return new Phrase("–");
        }
        String address = lines().address(FigureName.of(column, calendar, slot));
        return account.get().added().isEmpty()
                ? new Phrase(say("none added", "rien d’additionné"), address)
                : new Phrase(lines().total(account.get()), address);
    }

    private FlowTable flow(Account account) {
        List<FlowRow> rows = Flow.of(account).bands().stream().map(this::band).toList();
        String name = MoneyLines.first(lines().name(account.stage(), account.currency()));
        Optional<entente.node.draw.Flow> picture = picture(account, name);
        return new FlowTable(
                account.code(),
                name,
                total(account),
                rows,
                picture.map(flow -> flow.draw(WIDE).inline("wide")).orElse(null),
                picture.map(flow -> flow.nested(NARROW).inline("narrow")).orElse(null));
    }

    private FlowRow band(Flow.Band band) {
        return new FlowRow(
                end(band, band.payer()),
                end(band, band.purpose()),
                end(band, band.payee()),
                speech().money(band.amount()),
                speech().number(band.lines().size()));
    }

    private String end(Flow.Band band, Label label) {
        return label instanceof Label.Other
                ? say("other, ", "autres, ") + speech().count(band.lines().size(), "sum", "sums", "somme", "sommes")
                : lines().label(label);
    }

    private Optional<entente.node.draw.Flow> picture(Account account, String name) {
        List<entente.node.draw.Flow.Way> ways = Flow.of(account).bands().stream()
                .filter(band -> band.amount().minor() > 0)
                .map(band -> new entente.node.draw.Flow.Way(
                        drawn(band, band.payer()),
                        drawn(band, band.purpose()),
                        drawn(band, band.payee()),
                        band.amount().major()))
                .toList();
        return ways.size() < 2
                ? Optional.empty()
                : Optional.of(new entente.node.draw.Flow(
                        name,
                        say("The table beside it has the same sums.", "Le tableau voisin donne les mêmes sommes."),
                        List.of(say("Payer", "Payeur"), say("Purpose", "Objet"), say("Payee", "Destinataire")),
                        ways,
                        say("not known", "non connu"),
                        others -> say("other, ", "autres, ") + speech().count(others, "sum", "sums", "somme", "sommes"),
                        amount -> speech().money(Money.major(amount, account.currency()))));
    }

    private @Nullable String drawn(Flow.Band band, Label label) {
        return label instanceof Label.NotKnown ? null : end(band, label);
    }

    // Limits.

    private List<String> limits(Ledger ledger) {
        List<String> limits = new ArrayList<>();
        long refused = ledger.lines().stream().filter(line -> !line.added()).count();
        limits.add(
                say("Of ", "Sur ")
                        + speech().count(ledger.lines().size(), "figure", "figures", "chiffre", "chiffres")
                        + say(" of money on record here, ", " d’argent au registre, ")
                        + speech().number(refused)
                        + say(
                                " are not added: they repeat others, add others up, report a promise, or may lie inside another.",
                                " ne sont pas additionnés\u00A0: ils en répètent ou en totalisent d’autres, font état d’une promesse, ou peuvent être compris dans un autre."));
        long approximate = ledger.lines().stream()
                .filter(line -> line.when() != null
                        && Objects.requireNonNull(line.when()).approximate())
                .count();
        if (approximate > 0) {
            limits.add(speech().count(approximate, "sum has", "sums have", "somme a", "sommes ont")
                    + say(
                            " an approximate date and stand in the year that the date names.",
                            " une date approximative et figurent dans l’année qu’elle nomme."));
        }
        long shared = ledger.lines().stream()
                .filter(line -> line.agreements().size() > 1)
                .count();
        if (shared > 0) {
            limits.add(
                    speech().count(
                                            shared,
                                            "figure bears",
                                            "figures bear",
                                            "chiffre se rapporte",
                                            "chiffres se rapportent")
                            + say(
                                    " on more than one agreement. Across all agreements each is counted once, so that the totals of single agreements cannot be added to each other.",
                                    " à plus d’un accord. Pour l’ensemble des accords, chacun n’est compté qu’une fois\u00A0: les totaux des accords ne s’additionnent donc pas entre eux."));
        }
        limits.add(
                say(
                        "Sums are as published, often rounded by their sources; none is converted into another currency.",
                        "Les sommes sont celles qui ont été publiées, souvent arrondies par leurs sources\u202F; aucune n’est convertie."));
        limits.add(
                say(
                        "The UK financial year ends on 31 March and the French year on 31 December: the same payment can fall in years of different names. A sum that spans years is never spread over them.",
                        "L’exercice britannique s’achève le 31 mars et l’année française le 31 décembre\u00A0: un même versement peut relever d’années différentes. Une somme qui couvre plusieurs années n’est jamais répartie."));
        limits.add(
                say(
                        "Where nothing is on record, nothing was found in public sources. That is not to say that nothing was paid.",
                        "Là où rien ne figure, rien n’a été trouvé dans les sources publiques. Cela ne veut pas dire que rien n’a été payé."));
        return limits;
    }
}
