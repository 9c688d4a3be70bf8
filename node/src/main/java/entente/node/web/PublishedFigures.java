package entente.node.web;

import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Figures;
import entente.agreement.Figures.Comparison;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Figures.What;
import entente.node.Snapshot;
import entente.terms.Words;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Published figures side by side, for machines: docs/spec/pages.md. `snapshot` gives the place of each fact in the
/// log.
record PublishedFigures(Snapshot snapshot) {
    Object tree(Figures figures) {
        return figures.things().stream().map(this::thing).toList();
    }

    private static Map<String, Object> words(Words words) {
        return Map.of("en", words.en(), "fr", words.fr());
    }

    private Map<String, Object> thing(Thing thing) {
        return Map.of(
                "name", thing.name(),
                "verdict", thing.verdict().code(),
                "doubts", thing.doubts().stream().map(Figures.Doubt::code).toList(),
                "tellings", thing.tellings().stream().map(this::telling).toList(),
                "comparisons",
                        thing.comparisons().stream().map(this::comparison).toList(),
                "remade",
                        thing.remade().stream()
                                .map(one -> Map.of(
                                        "total", one.total().figure().value(),
                                        "parts", one.sum(),
                                        "missing", one.missing(),
                                        "meets", one.meets()))
                                .toList());
    }

    private static void put(Map<String, @Nullable Object> tree, What what) {
        switch (what) {
            case What.Counted(String of) -> tree.put("counted", of);
            case What.Paid(var stage, var currency) -> {
                tree.put("stage", stage.code());
                tree.put("currency", currency.getCurrencyCode());
            }
        }
    }

    private Map<String, @Nullable Object> comparison(Comparison one) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        put(tree, one.what());
        tree.put("lowest", one.lowest());
        tree.put("highest", one.highest());
        tree.put("differ", one.differ());
        tree.put("apart", one.apart());
        tree.put("percent", one.percent());
        return tree;
    }

    private Map<String, @Nullable Object> telling(Telling telling) {
        Figure figure = telling.figure();
        Map<String, @Nullable Object> tree = new TreeMap<>();
        put(tree, telling.what());
        tree.put("value", figure.value());
        tree.put("low", figure.low());
        tree.put("high", figure.high());
        tree.put("bound", figure.bound().code());
        tree.put("beside", telling.beside());
        tree.put("when", telling.when().text());
        tree.put("year", telling.year() == null ? null : telling.year().code());
        switch (figure) {
            case Figure.Sum sum -> tree.put("role", sum.role().code());
            case Figure.Count count -> tree.put("unit", words(count.unit()));
        }
        switch (telling.teller()) {
            case Teller.OfFact(Fact fact) -> {
                tree.put("fact", fact.id());
                tree.put("entry", snapshot.entry(fact.id()));
                tree.put("publisher", fact.source().publisher());
                tree.put("reported", fact.reported().text());
                tree.put("grade", fact.grade().code());
            }
            case Teller.OfText(var _, var _, var promises) ->
                tree.put("commitments", promises.stream().map(Object::toString).toList());
        }
        return tree;
    }
}
