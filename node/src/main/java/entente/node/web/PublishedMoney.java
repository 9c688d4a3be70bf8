package entente.node.web;

import entente.agreement.Account;
import entente.agreement.Agreement;
import entente.agreement.Calendar;
import entente.agreement.Flow;
import entente.agreement.Ledger;
import entente.agreement.Line;
import entente.agreement.Line.Label;
import entente.agreement.Recount;
import entente.agreement.Years;
import entente.agreement.Years.Slot;
import entente.terms.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sums of money for machines, as docs/spec/pages.md describes them. Amounts are in major units.
record PublishedMoney(Scene scene) {
    /// What every answer about figures begins with.
    Map<String, Object> head(@Nullable Agreement agreement) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("agreement", agreement == null ? null : agreement.id());
        page.put("knownOn", scene.day().toString());
        page.put("checkpoint", new Published(scene.snapshot(), scene.day()).checkpoint());
        return page;
    }

    Map<String, Object> money(@Nullable Agreement agreement) {
        Ledger ledger = new MoneyLines(scene, agreement).ledger();
        Map<String, Object> page = head(agreement);
        page.put("accounts", ledger.accounts().stream().map(this::account).toList());
        List<Object> years = new ArrayList<>();
        for (Calendar calendar : Years.CALENDARS) {
            ledger.years(calendar).ifPresent(some -> years.add(years(some)));
        }
        page.put("years", years);
        page.put(
                "flows",
                ledger.accounts().stream()
                        .filter(account -> !account.added().isEmpty())
                        .map(PublishedMoney::flow)
                        .toList());
        page.put(
                "recounts",
                new RecountCards(new MoneyLines(scene, agreement))
                        .published()
                        .first(Integer.MAX_VALUE)
                        .map(PublishedMoney::recount)
                        .toList());
        return page;
    }

    Map<String, Object> figure(@Nullable Agreement agreement, FigureName name, Account account) {
        Map<String, Object> page = head(agreement);
        page.put("figure", name.toString());
        page.putAll(account(account));
        return page;
    }

    private Map<String, Object> account(Account account) {
        Map<String, Object> keys = total(account);
        keys.put("added", account.added().stream().map(this::line).toList());
        keys.put("refused", account.refused().stream().map(this::line).toList());
        return keys;
    }

    /// The amount is null where nothing could be added.
    private static Map<String, Object> total(Account account) {
        Map<String, Object> keys = new LinkedHashMap<>();
        boolean none = account.added().isEmpty();
        keys.put("stage", account.stage().code());
        keys.put("currency", account.currency().getCurrencyCode());
        keys.put("amount", none ? null : account.amount().major());
        keys.put("bound", none ? null : account.bound().code());
        return keys;
    }

    private Map<String, Object> line(Line line) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Line.Reason refused = line.refused();
        keys.put("id", line.id());
        keys.put("entry", new MoneyLines(scene, null).entry(line));
        keys.put("amount", line.money().major());
        keys.put("bound", line.bound().code());
        keys.put("low", line.sum().low());
        keys.put("high", line.sum().high());
        keys.put("when", line.when() == null ? null : line.when().text());
        keys.put("payer", label(line.payer()));
        keys.put("purpose", label(line.purpose()));
        keys.put("payee", label(line.payee()));
        keys.put("agreements", List.copyOf(line.agreements()));
        keys.put("refused", refused == null ? null : refused.code());
        return keys;
    }

    private static @Nullable Object label(Label label) {
        return switch (label) {
            case Label.Named(var words) -> List.copyOf(words);
            case Label.Said(var words) -> Map.of("en", words.en(), "fr", words.fr());
            case Label.NotKnown() -> null;
            case Label.Other() -> "other";
        };
    }

    private static Map<String, Object> years(Years years) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("calendar", Years.code(years.calendar()));
        keys.put("rows", years.rows().stream().map(PublishedMoney::row).toList());
        return keys;
    }

    private static Map<String, Object> row(Years.Row row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("row", row.slot().code());
        keys.put(
                "from",
                row.slot() instanceof Slot.Year year ? year.window().from().toString() : null);
        keys.put(
                "until",
                row.slot() instanceof Slot.Year year ? year.window().until().toString() : null);
        keys.put(
                "totals",
                row.ledger().accounts().stream().map(PublishedMoney::total).toList());
        return keys;
    }

    private static Map<String, Object> flow(Account account) {
        Map<String, Object> keys = total(account);
        keys.put(
                "bands",
                Flow.of(account).bands().stream().map(PublishedMoney::band).toList());
        return keys;
    }

    private static Map<String, Object> band(Flow.Band band) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("payer", label(band.payer()));
        keys.put("purpose", label(band.purpose()));
        keys.put("payee", label(band.payee()));
        keys.put("amount", band.amount().major());
        keys.put("lines", band.lines().stream().map(Line::id).toList());
        return keys;
    }

    private static Map<String, Object> recount(Recount recount) {
        Map<String, Object> keys = new LinkedHashMap<>();
        Money published = recount.published().money();
        keys.put("published", recount.published().id());
        keys.put("stage", recount.published().stage().code());
        keys.put("currency", published.currency().getCurrencyCode());
        keys.put("amount", published.major());
        keys.put(
                "outcome",
                recount.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        keys.put("remade", recount.parts().isEmpty() ? null : recount.remade().major());
        keys.put("parts", recount.parts().stream().map(Line::id).toList());
        keys.put("doubts", recount.doubts().stream().map(PublishedMoney::doubt).toList());
        return keys;
    }

    private static Map<String, Object> doubt(Recount.Doubt doubt) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("line", doubt.line().id());
        keys.put(
                "causes",
                doubt.causes().stream()
                        .map(cause -> cause.name().toLowerCase(java.util.Locale.ROOT))
                        .toList());
        return keys;
    }
}
