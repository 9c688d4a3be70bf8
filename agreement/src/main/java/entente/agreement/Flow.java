package entente.agreement;

import entente.agreement.Line.Label;
import entente.terms.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Who paid, for what, to whom: what an account adds, gathered into few bands, the largest first. Each of the three
/// columns adds up to the total. What is not known is a band like any other, and a sum of two purposes is never
/// split.
public record Flow(Account account, List<Band> bands) {
    /// As many bands as a picture can show and a reader can follow.
    static final int MOST = 12;

    public Flow {
        bands = List.copyOf(bands);
    }

    /// The sums that share their three labels; where small ones were gathered, an end on which they differ is
    /// [Label.Other].
    public record Band(Label payer, Label purpose, Label payee, List<Line> lines) {
        public Band {
            lines = List.copyOf(lines);
        }

        public Money amount() {
            return lines.stream()
                    .map(Line::money)
                    .reduce(Money::plus)
                    .orElseThrow(() -> new IllegalStateException("a band has at least one sum"));
        }

        private List<Label> labels() {
            return List.of(payer, purpose, payee);
        }
    }

    public static Flow of(Account account) {
        List<Band> bands = Ledger.grouped(account.added(), line -> List.of(line.payer(), line.purpose(), line.payee()))
                .entrySet()
                .stream()
                .map(entry -> new Band(
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getKey().get(2),
                        entry.getValue()))
                .sorted(Comparator.comparing(Band::amount)
                        .reversed()
                        .thenComparing(band -> band.labels().toString()))
                .toList();
        if (bands.size() <= MOST) {
            return new Flow(account, bands);
        }
        List<Band> few = new ArrayList<>(bands.subList(0, MOST - 1));
        few.add(gathered(bands.subList(MOST - 1, bands.size())));
        return new Flow(account, few);
    }

    private static Band gathered(List<Band> bands) {
        return new Band(
                shared(bands, Band::payer),
                shared(bands, Band::purpose),
                shared(bands, Band::payee),
                bands.stream().flatMap(band -> band.lines().stream()).toList());
    }

    private static Label shared(List<Band> bands, Function<Band, Label> end) {
        List<Label> labels = bands.stream().map(end).distinct().toList();
        return labels.size() == 1 ? labels.getFirst() : new Label.Other();
    }

    public Map<Label, Money> payers() {
        return column(Band::payer);
    }

    public Map<Label, Money> purposes() {
        return column(Band::purpose);
    }

    public Map<Label, Money> payees() {
        return column(Band::payee);
    }

    private Map<Label, Money> column(Function<Band, Label> end) {
        Map<Label, Money> column = new LinkedHashMap<>();
        bands.forEach(band -> column.merge(end.apply(band), band.amount(), Money::plus));
        return column;
    }
}
