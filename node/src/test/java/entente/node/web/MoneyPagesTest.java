package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Figure.Stage;
import entente.agreement.Ledger;
import entente.agreement.Standing;
import entente.agreement.Years;
import entente.node.Chronicle;
import entente.node.Given;
import entente.node.export.Table;
import entente.terms.Language;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The pages of money and the receipts of figures.
class MoneyPagesTest {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern RECEIPT = Pattern.compile("(?:/[a-z0-9-]+)?/(?:figures|chiffres)/[a-z0-9-]+");

    @TempDir
    static Path folder;

    private static Chronicle chronicle;
    private static Site site;

    @BeforeAll
    static void open() {
        chronicle = Given.chronicle(folder);
        site = new Site(chronicle, Given.CLOCK);
    }

    @AfterAll
    static void close() {
        chronicle.close();
    }

    private static Reply get(String path) {
        return site.answer(new Request(path, Map.of(), "en-GB,en;q=0.9", "text/html", "http://localhost:8080"));
    }

    private static String page(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).as(path).isEqualTo(200);
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    /// The words of a page, its no-break spaces as plain ones.
    private static String words(String path) {
        return page(path)
                .replaceAll("<sup[^>]*>\\d+</sup>", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("[\\u00a0\\u202f]", " ")
                .replaceAll("\\s+", " ");
    }

    private static JsonNode json(String path) {
        return new ObjectMapper().readTree(page(path));
    }

    @Test
    void the_page_answers_first_how_much_was_promised_allocated_and_paid() {
        assertThat(words("/calais-2014/money"))
                .contains(
                        "Promised: £12,000,000; allocated: figures on record, none that can be added; paid: £12,000,000.")
                .contains("Of £12,000,000 paid, £12,000,000 lie in no single UK financial year.");
        assertThat(words("/calais-2014/argent"))
                .contains(
                        "Promis : 12 000 000 £ ; affecté : des chiffres au registre, aucun à additionner ; payé : 12 000 000 £.")
                .contains("ne relèvent d’aucune année civile unique");
    }

    @Test
    void no_sum_is_said_where_none_can_be_added() {
        assertThat(words("/calais-2014/figures/allocated-gbp"))
                .contains("Allocated: no sum that can be added")
                .contains("May already lie inside another sum");
        assertThat(json("/calais-2014/figures/allocated-gbp.json").get("amount").isNull())
                .isTrue();
    }

    @Test
    void every_receipt_that_a_page_of_money_leads_to_is_there() {
        Set<String> receipts = new TreeSet<>();
        List<String> pages = new ArrayList<>(List.of("/money", "/argent", "/agreements", "/accords"));
        chronicle
                .snapshot()
                .register()
                .agreements()
                .forEach(one -> pages.addAll(
                        List.of("/" + one.id() + "/money", "/" + one.id() + "/argent", "/" + one.id() + "/agreement")));
        for (String path : pages) {
            Matcher link = LINK.matcher(page(path));
            while (link.find()) {
                if (RECEIPT.matcher(link.group(1)).matches()) {
                    receipts.add(link.group(1));
                }
            }
        }
        assertThat(receipts).hasSizeGreaterThan(500);
        for (String path : receipts) {
            assertThat(get(path).status()).as(path).isEqualTo(200);
        }
        System.out.println("receipts linked to and there: " + receipts.size());
    }

    @Test
    void the_lines_of_every_receipt_come_to_its_sum_and_name_their_entries() {
        Set<String> reasons = new HashSet<>();
        int receipts = 0;
        for (String path : List.of("/money.json", "/calais-2014/money.json", "/leaders-2023/money.json")) {
            for (JsonNode account : json(path).get("accounts")) {
                BigDecimal sum = BigDecimal.ZERO;
                for (JsonNode line : account.get("added")) {
                    sum = sum.add(line.get("amount").decimalValue());
                    assertThat(line.get("entry").isIntegralNumber()).isTrue();
                    assertThat(line.get("refused").isNull()).isTrue();
                }
                for (JsonNode line : account.get("refused")) {
                    reasons.add(line.get("refused").asString());
                    assertThat(line.get("entry").isIntegralNumber()).isTrue();
                }
                if (!account.get("amount").isNull()) {
                    assertThat(account.get("amount").decimalValue()).isEqualByComparingTo(sum);
                    receipts++;
                }
            }
        }
        assertThat(receipts).isGreaterThan(10);
        assertThat(reasons).contains("total", "repeat", "unclear", "moved", "outside", "report", "inside");
    }

    @Test
    void a_receipt_of_one_year_says_what_was_published_for_it_and_not_added() {
        assertThat(words("/calais-2014/figures/paid-gbp-uk-2015-16"))
                .contains("Paid: no sum that can be added")
                .contains("Paid, in pounds: UK financial year (1 April to 31 March) 2015/16")
                .contains("£111,700,000")
                .contains("A total that already adds others up");
        assertThat(words("/figures/paid-gbp-uk-several"))
                .contains("UK financial year (1 April to 31 March), spans several years")
                .contains("£12,000,000");
    }

    @Test
    void a_receipt_of_a_past_day_knows_only_what_was_published_by_then() {
        assertThat(words("/calais-2014/figures/paid-gbp")).contains("Paid: £12,000,000");
        assertThat(words("/calais-2014/figures/paid-gbp@2016-03-31")).contains("Paid: no sum that can be added");
        assertThat(get("/calais-2014/figures/paid-gbp@2014-01-01").status()).isEqualTo(404);
        assertThat(words("/figures/paid-gbp-uk-2023-24@2015-01-01")).contains("No other figure");
    }

    @Test
    void names_that_no_figure_can_have_lead_nowhere() {
        for (String name : List.of(
                "nothing", "paid", "paid-xyz", "paid-gbp-uk", "paid-gbp-uk-nowhere", "paid-gbp-de-2015", "given-gbp")) {
            assertThat(get("/calais-2014/figures/" + name).status()).as(name).isEqualTo(404);
        }
    }

    @Test
    void a_name_that_is_written_reads_back_the_same() {
        List<FigureName> names = new ArrayList<>();
        Stream.of(Standing.values()).forEach(one -> names.add(new FigureName.Count(one)));
        Ledger all = Ledger.of(chronicle.snapshot().register(), Given.TODAY);
        for (var account : all.accounts()) {
            names.add(FigureName.of(account));
            for (var calendar : Years.CALENDARS) {
                all.years(calendar).stream()
                        .flatMap(years -> years.rows().stream())
                        .forEach(row -> names.add(FigureName.of(account, calendar, row.slot())));
            }
        }
        assertThat(names).hasSizeGreaterThan(200).doesNotHaveDuplicates();
        for (FigureName name : names) {
            assertThat(FigureName.read(name.toString())).hasValue(name);
        }
        assertThat(names)
                .contains(new FigureName.Total(Stage.PAID, Currency.getInstance("GBP")))
                .anySatisfy(name -> assertThat(name).hasToString("paid-gbp-uk-2015-16"));
    }

    @Test
    void a_count_lists_the_commitments_that_it_counts() {
        int counted = 0;
        for (Standing standing : Standing.values()) {
            JsonNode count = json("/figures/" + standing.code() + ".json");
            assertThat(count.get("count").asInt())
                    .isEqualTo(count.get("commitments").size());
            assertThat(count.get("of").asInt()).isEqualTo(99);
            counted += count.get("count").asInt();
            assertThat(words("/chiffres/" + standing.code()))
                    .contains(standing.title().fr());
        }
        assertThat(counted).isEqualTo(99);
    }

    @Test
    void the_published_totals_are_set_against_their_parts() {
        assertThat(words("/action-plan-2019/money"))
                .contains("Made again: €3,600,000. They do not meet. €3,400,000 short of what was published.")
                .contains("perhaps: lies inside the sum of another commitment");
        assertThat(words("/deal-2026/argent")).contains("Ils concordent.");
    }

    @Test
    void a_table_to_take_away_can_be_added_up_again() {
        Scene scene = scene(Language.FRENCH);
        List<Table> tables = new MoneySheet(scene, null).tables();
        Table table = tables.getFirst();
        List<String> keys = table.columns().stream().map(Table.Column::key).toList();
        BigDecimal paid = BigDecimal.ZERO;
        for (List<Table.Cell> row : table.rows()) {
            Table.Cell amount = row.get(keys.indexOf("amount"));
            boolean counts = Table.Cell.text("oui").equals(row.get(keys.indexOf("added")))
                    && Table.Cell.text("payé").equals(row.get(keys.indexOf("stage")));
            if (counts
                    && amount instanceof Table.Cell.Sum(var money)
                    && money.currency().getCurrencyCode().equals("GBP")) {
                paid = paid.add(money.major());
            }
            assertThat(row.get(keys.indexOf("entry"))).isInstanceOf(Table.Cell.Amount.class);
            assertThat(row.get(keys.indexOf("proof"))).isInstanceOf(Table.Cell.Link.class);
        }
        assertThat(paid)
                .isEqualByComparingTo(
                        json("/figures/paid-gbp.json").get("amount").decimalValue());
        assertThat(table.rows()).hasSizeGreaterThan(100);
        for (String path : List.of("/money", "/calais-2014/argent", "/figures/paid-gbp", "/chiffres/kept")) {
            assertThat(get(path + ".csv").status()).as(path).isEqualTo(200);
            assertThat(get(path + ".xlsx").status()).as(path).isEqualTo(200);
        }
    }

    private static Scene scene(Language language) {
        LocalDate today = Given.TODAY;
        return new Scene(
                chronicle.snapshot(),
                new Speech(language),
                new Links(language, When.NOW),
                today,
                today,
                new Proofs(chronicle.snapshot(), today),
                new Frame.Assets("/assets/x.css", "/assets/x.js"),
                "http://localhost:8080");
    }
}
