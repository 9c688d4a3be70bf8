package entente.agreement;

import entente.agreement.Figure.Stage;
import entente.agreement.Figure.Sum;
import entente.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every sum of money on record about one agreement, or about all of them, each once: added to the others of its
/// stage and currency, or refused with the reason. Two stages or two currencies are never added.
///
/// Lines stand in the order of the agreements and their clauses, then of the facts. `signed` is when the agreement
/// was signed, null where the ledger is of all.
public record Ledger(@Nullable Period signed, List<Line> lines) {
    public Ledger {
        lines = List.copyOf(lines);
    }

    /// The ledger of one agreement by what was known on a day.
    public static Ledger of(Register register, Agreement agreement, LocalDate known) {
        return new Ledger(
                agreement.signed(),
                Stream.concat(
                                promises(register, agreement, known),
                                register.facts(agreement, known).flatMap(Ledger::told))
                        .toList());
    }

    /// The ledger of all agreements that were surely signed by the day on which it was known. A sum that bears on
    /// several is in it once.
    public static Ledger of(Register register, LocalDate known) {
        List<Agreement> signed = register.agreements().stream()
                .filter(agreement -> !agreement.signed().last().isAfter(known))
                .toList();
        Set<String> ids = signed.stream().map(Agreement::id).collect(Collectors.toSet());
        return new Ledger(
                null,
                Stream.concat(
                                signed.stream().flatMap(agreement -> promises(register, agreement, known)),
                                register.facts(known)
                                        .filter(fact -> fact.bearsOn().stream()
                                                .anyMatch(bearing -> ids.contains(
                                                        bearing.clause().agreement())))
                                        .flatMap(Ledger::told))
                        .toList());
    }

    private static Stream<Line> promises(Register register, Agreement agreement, LocalDate known) {
        return agreement.clauses(known).stream()
                .flatMap(clause -> clause.commitments().stream().flatMap(commitment -> {
                    Sum sum = commitment.promised();
                    Period made = Objects.requireNonNullElse(clause.since(), agreement.signed());
                    return sum == null
                            ? Stream.empty()
                            : Stream.of(Line.promise(commitment, sum, made, register.begins(commitment)));
                }));
    }

    private static Stream<Line> told(Fact fact) {
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < fact.figures().size(); place++) {
            if (fact.figures().get(place) instanceof Sum sum) {
                lines.add(Line.told(fact, place, sum));
            }
        }
        return lines.stream();
    }

    /// The lines by stage and currency, in the order of stages, then of the codes of currencies.
    public List<Account> accounts() {
        Map<Stage, Map<String, List<Line>>> sorted = new TreeMap<>();
        for (Line line : lines) {
            sorted.computeIfAbsent(line.stage(), _ -> new TreeMap<>())
                    .computeIfAbsent(line.money().currency().getCurrencyCode(), _ -> new ArrayList<>())
                    .add(line);
        }
        List<Account> accounts = new ArrayList<>();
        sorted.forEach((stage, byCode) ->
                byCode.forEach((code, some) -> accounts.add(new Account(stage, Currency.getInstance(code), some))));
        return List.copyOf(accounts);
    }

    public Optional<Account> account(Stage stage, Currency currency) {
        return accounts().stream()
                .filter(account ->
                        account.stage() == stage && account.currency().equals(currency))
                .findFirst();
    }

    /// The same lines by the years of a calendar; empty where it counts from a signature whose day is not known, or
    /// from none.
    public Optional<Years> years(Calendar calendar) {
        boolean dated = signed != null && signed.first().equals(signed.last()) && !signed.approximate();
        return calendar == Calendar.AGREEMENT_YEAR && !dated ? Optional.empty() : Optional.of(Years.of(this, calendar));
    }

    /// The lines, each under what `by` says of it, in the order of first appearance.
    static <K> Map<K, List<Line>> grouped(List<Line> lines, java.util.function.Function<Line, K> by) {
        Map<K, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(line ->
                groups.computeIfAbsent(by.apply(line), _ -> new ArrayList<>()).add(line));
        return groups;
    }

    /// Dates first, in their order; what has none comes last.
    static final Comparator<Line> BY_DATE = Comparator.comparing(
            Line::when, Comparator.nullsLast(Comparator.comparing(Period::first).thenComparing(Period::last)));
}
