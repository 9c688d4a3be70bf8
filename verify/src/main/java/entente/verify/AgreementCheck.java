package entente.verify;

import entente.agreement.Agreement;
import entente.agreement.Checker;
import entente.agreement.Claim;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Fact;
import entente.agreement.Overlay;
import entente.agreement.Proof;
import entente.agreement.Standing;
import entente.record.Checkpoint;
import entente.terms.Party;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Holds one page `agreement.json` against the log: where it says it stands, its texts, every standing, its money.
final class AgreementCheck {
    private static final Set<String> PAGE = Set.of(
            "agreement",
            "title",
            "signed",
            "textIsSummary",
            "sources",
            "knownOn",
            "worldDate",
            "checkpoint",
            "rule",
            "clauses",
            "money");
    private static final Set<String> CLAUSE = Set.of("id", "number", "text", "basis", "source", "commitments");
    private static final Set<String> COMMITMENT = Set.of(
            "id",
            "who",
            "others",
            "does",
            "nature",
            "keptIf",
            "missing",
            "standing",
            "overlays",
            "factsUsed",
            "factsRefused",
            "periods");
    private static final Set<String> PERIOD = Set.of("from", "until", "required", "value", "used", "standing");
    private static final Set<String> TOTAL = Set.of("currency", "stage", "amount", "bound", "facts", "commitments");

    private final Contents contents;
    private final Checkpoint audited;
    private final List<Words> faults = new ArrayList<>();
    private final Set<String> unknown = new TreeSet<>();
    private int standings;
    private int totals;

    /// What became of one page: how much of it was derived again, what does not follow, and keys that nothing was
    /// asked about.
    record Result(
            Optional<LocalDate> known,
            Optional<Prefix> prefix,
            int standings,
            int totals,
            List<Words> faults,
            Set<String> unknown) {
        static Result unread(Words why) {
            return new Result(Optional.empty(), Optional.empty(), 0, 0, List.of(why), Set.of());
        }
    }

    private AgreementCheck(Contents contents, Checkpoint audited) {
        this.contents = contents;
        this.audited = audited;
    }

    /// @param asked the day that stands in the address, or null for the newest page
    static Result of(
            Contents contents, Checkpoint audited, String id, @Nullable LocalDate asked, String name, byte[] bytes) {
        AgreementCheck check = new AgreementCheck(contents, audited);
        Optional<LocalDate> known = Optional.empty();
        Optional<Prefix> prefix = Optional.empty();
        try {
            Branch page = Branch.parse(name, bytes);
            known = Optional.of(check.day(page, asked));
            prefix = check.prefix(page.at("checkpoint"));
            if (prefix.isPresent()) {
                check.page(page, prefix.get(), id, known.get(), asked == null);
            }
        } catch (Trouble trouble) {
            check.faults.add(trouble.words());
        }
        return new Result(known, prefix, check.standings, check.totals, List.copyOf(check.faults), check.unknown);
    }

    private void fault(String place, String en, String fr) {
        faults.add(new Words(place + ": " + en, place + "\u202F: " + fr));
    }

    private void is(Branch found, @Nullable Object expected) {
        if (!found.is(expected)) {
            String shown = Branch.shown(found.value());
            String due = Branch.shown(expected);
            fault(
                    found.place(),
                    "it says [" + shown + "], the log says [" + due + "]",
                    "la page dit [" + shown + "], le journal dit [" + due + "]");
        }
    }

    private void only(Branch branch, String where, Set<String> keys) {
        branch.keys().stream().filter(key -> !keys.contains(key)).forEach(key -> unknown.add(where + key));
    }

    private LocalDate day(Branch page, @Nullable LocalDate asked) {
        LocalDate known = page.at("knownOn").day();
        LocalDate world = page.at("worldDate").day();
        if (!world.equals(known) || asked != null && !asked.equals(known)) {
            String due = asked == null ? "one day" : asked.toString();
            String du = asked == null ? "un même jour" : "le " + asked;
            fault(
                    page.place(),
                    "it speaks of the world on " + world + " as known on " + known + "; it should be of " + due,
                    "la page parle du monde au " + world + " tel que connu au " + known + "\u202F; attendu\u202F: "
                            + du);
        }
        return known;
    }

    /// What the page rests on: the log as audited, or an earlier state of it.
    private Optional<Prefix> prefix(Branch checkpoint) {
        is(checkpoint.at("origin"), audited.origin());
        long size = checkpoint.at("size").whole();
        if (size < 0 || size > contents.size()) {
            fault(
                    checkpoint.place(),
                    "it rests on " + size + " entries, but the checkpoint of the log is older and covers "
                            + contents.size(),
                    "la page repose sur " + size + " entrées, mais le point de contrôle du journal, plus ancien, en"
                            + " couvre " + contents.size());
            return Optional.empty();
        }
        Prefix prefix = contents.at(size);
        is(checkpoint.at("root"), prefix.root().base64());
        return Optional.of(prefix);
    }

    private void page(Branch page, Prefix prefix, String id, LocalDate known, boolean newest) {
        Agreement agreement = prefix.agreements().get(id);
        if (agreement == null) {
            fault(page.place(), "the log has no such agreement", "le journal n’a pas cet accord");
            return;
        }
        contents.newest()
                .filter(day -> newest && prefix.size() == contents.size() && known.isBefore(day))
                .ifPresent(day -> fault(
                        page.place(),
                        "it is of " + known + ", a day before the newest entry was recorded (" + day + ")",
                        "la page est du " + known + ", avant l’inscription de la dernière entrée (" + day + ")"));
        only(page, "", PAGE);
        is(page.at("agreement"), id);
        is(page.at("title"), words(agreement.title()));
        is(page.at("signed"), agreement.signed().text());
        is(page.at("textIsSummary"), true);
        is(page.at("sources"), agreement.sources());
        is(page.at("rule"), Proof.RULE);
        clauses(page.at("clauses"), prefix, agreement, known);
        money(page.at("money"), prefix, agreement, known);
    }

    private static @Nullable Map<String, Object> words(@Nullable Words words) {
        return words == null ? null : Map.of("en", words.en(), "fr", words.fr());
    }

    /// Says which are absent, or there and not expected, or there twice.
    private void exactly(Branch place, List<String> found, Collection<String> expected) {
        Set<String> seen = new LinkedHashSet<>();
        for (String one : found) {
            if (!seen.add(one)) {
                fault(place.place(), one + " stands there twice", one + " y figure deux fois");
            } else if (!expected.contains(one)) {
                fault(place.place(), one + " does not belong there", one + " n’a pas à y figurer");
            }
        }
        expected.stream()
                .filter(one -> !seen.contains(one))
                .forEach(one -> fault(place.place(), one + " is missing", one + " manque"));
    }

    private void clauses(Branch clauses, Prefix prefix, Agreement agreement, LocalDate known) {
        List<Clause> expected = Prefix.clauses(agreement, known);
        List<Branch> items = clauses.items();
        exactly(
                clauses,
                items.stream().map(item -> item.at("id").text()).toList(),
                expected.stream().map(clause -> clause.id().clause()).toList());
        Checker checker = prefix.checker();
        Map<String, Fact> facts = new HashMap<>();
        prefix.facts(agreement, known).forEach(fact -> facts.put(fact.id(), fact));
        for (Branch item : items) {
            String id = item.at("id").text();
            expected.stream()
                    .filter(clause -> clause.id().clause().equals(id))
                    .forEach(clause -> clause(
                            new Branch(clauses.place() + ", " + id, item.value()),
                            agreement,
                            clause,
                            new Given(checker, facts, known)));
        }
    }

    /// What the standings of one page are held against.
    private record Given(Checker checker, Map<String, Fact> facts, LocalDate known) {}

    private void clause(Branch item, Agreement agreement, Clause clause, Given given) {
        only(item, "clauses: ", CLAUSE);
        is(item.at("number"), agreement.clauses().indexOf(clause) + 1);
        is(item.at("text"), words(clause.text()));
        is(item.at("basis"), clause.basis().code());
        is(item.at("source"), clause.source());
        List<Branch> commitments = item.at("commitments").items();
        exactly(
                item.at("commitments"),
                commitments.stream().map(one -> one.at("id").text()).toList(),
                clause.commitments().stream().map(one -> one.id().commitment()).toList());
        for (Branch one : commitments) {
            String id = one.at("id").text();
            clause.commitments().stream()
                    .filter(commitment -> commitment.id().commitment().equals(id))
                    .forEach(commitment ->
                            commitment(new Branch(item.place() + ", " + id, one.value()), commitment, given));
        }
    }

    private void commitment(Branch item, Commitment commitment, Given given) {
        only(item, "commitments: ", COMMITMENT);
        is(item.at("who"), commitment.who().stream().sorted().map(Party::code).toList());
        is(item.at("others"), words(commitment.others()));
        is(item.at("does"), words(commitment.does()));
        is(item.at("keptIf"), words(commitment.keptIf()));
        is(item.at("missing"), words(commitment.missing()));
        is(
                item.at("nature"),
                switch (commitment.nature()) {
                    case Nature.Measured _ -> "measured";
                    case Nature.Judged _ -> "judged";
                    case Nature.Principle() -> "principle";
                });
        try {
            Claim claim = claim(item, commitment, given.known());
            given.checker().objections(claim).forEach(objection -> fault(item.place(), objection, objection));
            if (commitment.nature() instanceof Nature.Measured(var body)) {
                Shares shares = Shares.of(body);
                item.at("periods").items().forEach(period -> shares(period, shares, claim, given));
            }
            standings++;
        } catch (Trouble trouble) {
            faults.add(trouble.words());
        }
    }

    private Claim claim(Branch item, Commitment commitment, LocalDate known) {
        SortedMap<String, Proof.Test> refused = new TreeMap<>();
        for (Branch one : item.at("factsRefused").items()) {
            only(one, "factsRefused: ", Set.of("fact", "test"));
            Proof.Test test = one.at("test").oneOf(Proof.Test.values(), Proof.Test::code);
            if (refused.put(one.at("fact").text(), test) != null) {
                fault(one.place(), "it stands there twice", "il y figure deux fois");
            }
        }
        List<Claim.Row> rows = new ArrayList<>();
        for (Branch period : item.at("periods").items()) {
            only(period, "periods: ", PERIOD);
            rows.add(new Claim.Row(
                    period.at("from").day(),
                    period.at("until").day(),
                    period.at("value").numberOrNull(),
                    standing(period)));
        }
        return new Claim(
                commitment.id(),
                known,
                known,
                standing(item),
                new TreeSet<>(item.at("overlays").items().stream()
                        .map(one -> one.oneOf(Overlay.values(), Overlay::code))
                        .toList()),
                new TreeSet<>(once(item.at("factsUsed"))),
                refused,
                rows);
    }

    private List<String> once(Branch list) {
        List<String> texts = list.texts();
        exactly(list, texts, new LinkedHashSet<>(texts));
        return texts;
    }

    private static Standing standing(Branch item) {
        return item.at("standing").oneOf(Standing.values(), Standing::code);
    }

    /// The arithmetic within a period: what was required, and what each fact gave to it.
    private void shares(Branch period, Shares shares, Claim claim, Given given) {
        if (!shares.requires(period.at("required"))) {
            fault(
                    period.place(),
                    "the commitment asks for nothing like ["
                            + Branch.shown(period.at("required").value()) + "]",
                    "l’engagement ne demande rien de tel que ["
                            + Branch.shown(period.at("required").value()) + "]");
        }
        Branch used = period.at("used");
        for (String id : used.keys()) {
            BigDecimal amount = used.at(id).number();
            Fact fact = given.facts().get(id);
            if (fact == null || !claim.used().contains(id)) {
                fault(used.place(), id + " is not a fact that is used", id + " n’est pas un fait retenu");
            } else if (!shares.gives(fact, amount)) {
                fault(
                        used.place(),
                        id + " does not give " + amount.toPlainString(),
                        id + " ne donne pas " + amount.toPlainString());
            }
        }
    }

    private void money(Branch money, Prefix prefix, Agreement agreement, LocalDate known) {
        Map<Sums.Name, Sums.Line> expected = Sums.of(prefix, agreement, known);
        List<String> found = new ArrayList<>();
        for (Branch total : money.items()) {
            only(total, "money: ", TOTAL);
            String name = total.at("stage").text() + " " + total.at("currency").text();
            found.add(name);
            totals++;
            expected.forEach((due, line) -> {
                if (due.toString().equals(name)) {
                    Branch named = new Branch(money.place() + ", " + name, total.value());
                    is(named.at("amount"), line.amount);
                    is(named.at("bound"), Sums.bound(line));
                    exactly(named.at("facts"), named.at("facts").texts(), line.facts);
                    exactly(named.at("commitments"), named.at("commitments").texts(), line.commitments);
                }
            });
        }
        exactly(
                money,
                found,
                expected.keySet().stream().map(Sums.Name::toString).toList());
    }
}
