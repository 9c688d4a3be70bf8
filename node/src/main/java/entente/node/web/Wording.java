package entente.node.web;

import entente.agreement.Body;
import entente.agreement.Body.Earmark;
import entente.agreement.Body.Measure;
import entente.agreement.Body.Schedule;
import entente.agreement.Body.Test;
import entente.agreement.Body.Threshold;
import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Fact.Tag;
import entente.agreement.Figure;
import entente.agreement.Proof;
import entente.agreement.Proof.Finding;
import entente.agreement.Register;
import entente.agreement.Standing;
import entente.terms.Money;
import entente.terms.Party;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/// The algebra of promises in words: what a test measures, when it is due, why it stands as it does.
record Wording(Speech speech, Register register) {

    private String say(String english, String french) {
        return speech.say(english, french);
    }

    /// The first test of a body, which decides how its due day and amounts are shown.
    static Optional<Test> first(Commitment commitment) {
        return commitment.nature() instanceof Nature.Measured(Body body) ? Optional.of(first(body)) : Optional.empty();
    }

    private static Test first(Body body) {
        return switch (body) {
            case Test test -> test;
            case Body.AtLeast(int _, var of) -> first(of.getFirst());
        };
    }

    /// When a commitment is due.
    String due(Commitment commitment) {
        return switch (commitment.nature()) {
            case Nature.Measured(Body body) -> due(first(body).schedule());
            case Nature.Judged(var _, var review) ->
                review == null
                        ? say("The text fixes no date", "Le texte ne fixe aucune date")
                        : say("by ", "au plus tard le ") + speech.day(review.last());
            case Nature.Principle() -> say("The text fixes no date", "Le texte ne fixe aucune date");
        };
    }

    private String due(Schedule schedule) {
        return switch (schedule) {
            case Schedule.By(var due, var _) ->
                due.open()
                        ? say("The text fixes no date", "Le texte ne fixe aucune date")
                        : say("by ", "au plus tard le ") + speech.day(due.last());
            case Schedule.Each(var calendar, var from, var until, var _) -> {
                String each = switch (calendar) {
                    case MONTH -> say("each month", "chaque mois");
                    case QUARTER -> say("each quarter", "chaque trimestre");
                    case HALF_YEAR -> say("each half-year", "chaque semestre");
                    case UK_YEAR -> say("each UK financial year", "chaque exercice britannique");
                    case FRENCH_YEAR -> say("each calendar year", "chaque année civile");
                    case AGREEMENT_YEAR -> say("each year of the agreement", "chaque année de l’accord");
                };
                yield each + say(", from ", ", du ") + speech.day(from) + say(" to ", " au ") + speech.day(until);
            }
            case Schedule.Within(int days, var _) ->
                say("within " + days + " days each time", "dans les " + days + " jours, chaque fois");
            case Schedule.Throughout(var period) -> say("throughout, ", "en permanence, ") + speech.period(period);
        };
    }

    /// What a test measures and requires, in a phrase.
    List<String> rule(Body body) {
        return switch (body) {
            case Test test ->
                List.of(measure(test.measure()) + " · " + required(test.threshold(), test.measure()) + " · "
                        + due(test.schedule()));
            case Body.AtLeast(int k, var of) -> {
                List<String> lines = new ArrayList<>();
                lines.add(
                        k == of.size()
                                ? say("All of the following:", "Tous les tests suivants\u00A0:")
                                : k == 1
                                        ? say("Any one of the following:", "L’un quelconque des tests suivants\u00A0:")
                                        : say(
                                                "At least " + k + " of the following:",
                                                "Au moins " + k + " des tests suivants\u00A0:"));
                of.forEach(part -> lines.addAll(rule(part)));
                yield lines;
            }
        };
    }

    private String counted(String word) {
        return speech.words(Labels.counted(word));
    }

    private String measure(Measure measure) {
        return switch (measure) {
            case Measure.Money(var currency, var stage) ->
                say("Sums ", "Sommes au stade «\u00A0")
                        + speech.words(stage.title())
                        + say(" in ", "\u00A0», en ")
                        + currency(currency);
            case Measure.Total(String of) -> say("Number of ", "Nombre\u00A0: ") + counted(of);
            case Measure.Facts() -> say("Number of facts", "Nombre de faits");
            case Measure.Distinct(Tag tag) ->
                say("Number of different values of " + tag.code(), "Nombre de valeurs différentes de " + tag.code());
            case Measure.Covered(String of, var present) ->
                say(
                        "Days with at least " + speech.number(present) + " " + counted(of) + " present",
                        "Jours avec au moins " + speech.number(present) + " " + counted(of) + " présents");
            case Measure.Least(String of) -> say("Lowest number of ", "Nombre le plus bas\u00A0: ") + counted(of);
            case Measure.Latest(String of) -> say("Newest number of ", "Dernier nombre connu\u00A0: ") + counted(of);
            case Measure.Elapsed(String from, String to) ->
                say("Days from ", "Jours écoulés\u00A0: ") + counted(from) + say(" to ", " → ") + counted(to);
            case Measure.Ratio(String of, String to) ->
                counted(of) + say(" for each of the ", " pour chacune des ") + counted(to);
        };
    }

    private String currency(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "GBP" -> say("pounds sterling", "livres sterling");
            case "EUR" -> say("euros", "euros");
            default -> currency.getCurrencyCode();
        };
    }

    /// A threshold in words, in the unit of the measure.
    String required(Threshold threshold, Measure measure) {
        return switch (threshold) {
            case Threshold.AtLeastThis(var value) -> say("at least ", "au moins ") + value(value, measure);
            case Threshold.AtMostThis(var value) -> say("at most ", "au plus ") + value(value, measure);
            case Threshold.Exactly(var value) -> say("exactly ", "exactement ") + value(value, measure);
            case Threshold.Between(var low, var high) ->
                say("between ", "entre ") + value(low, measure) + say(" and ", " et ") + value(high, measure);
            case Threshold.Table(var values) ->
                say("at least, by period: ", "au moins, par période\u00A0: ")
                        + String.join(
                                " · ",
                                values.stream().map(one -> value(one, measure)).toList());
            case Threshold.Share(var percent, var of) ->
                say("at least ", "au moins ")
                        + speech.number(percent)
                        + say("% of: ", "\u00A0% de\u00A0: ")
                        + measure(of);
        };
    }

    /// A value in the unit of the measure.
    String value(BigDecimal value, Measure measure) {
        return switch (measure) {
            case Measure.Money(var currency, var _) -> speech.money(Money.major(value, currency));
            case Measure.Covered _ -> speech.count(value.longValue(), "day", "days", "jour", "jours");
            case Measure.Elapsed _ -> speech.count(value.longValue(), "day", "days", "jour", "jours");
            case Measure.Total _, Measure.Facts _, Measure.Distinct _, Measure.Least _, Measure.Latest _ ->
                speech.number(value);
            case Measure.Ratio _ -> speech.quotient(value);
        };
    }

    /// The earmarks of a test, one line each.
    List<String> earmarks(Test test) {
        List<String> lines = new ArrayList<>();
        lines.addAll(earmark(test.only(), say("only", "uniquement")));
        lines.addAll(earmark(test.never(), say("never", "jamais")));
        return lines;
    }

    private List<String> earmark(Earmark earmark, String how) {
        List<String> lines = new ArrayList<>();
        if (!earmark.kinds().isEmpty()) {
            lines.add(how
                    + say(", kind: ", ", nature\u00A0: ")
                    + speech.either(earmark.kinds().stream()
                            .map(kind -> speech.words(kind.title()))
                            .toList()));
        }
        for (Tag tag : Tag.values()) {
            SortedSet<String> values = earmark.tags().get(tag);
            if (values != null) {
                lines.add(how + ", " + tag(tag) + say(": ", "\u00A0: ")
                        + speech.either(values.stream()
                                .map(value -> speech.words(Labels.tag(value)))
                                .toList()));
            }
        }
        if (earmark.window() != null) {
            lines.add(how + say(", time: ", ", période\u00A0: ") + speech.period(earmark.window()));
        }
        return lines;
    }

    private String tag(Tag tag) {
        return switch (tag) {
            case PLACE -> say("place", "lieu");
            case PURPOSE -> say("purpose", "objet");
            case PAYER -> say("payer", "payeur");
            case PAYEE -> say("payee", "bénéficiaire");
            case SUBJECT -> say("subject", "sujet");
        };
    }

    /// Why a commitment stands as it does, in one sentence. `bearing` is the number of facts that bear on its clause.
    String reason(Commitment commitment, Proof proof, int bearing) {
        return switch (proof.finding()) {
            case Finding.Unjudgeable() ->
                say(
                        "The text does not say enough for anyone to tell.",
                        "Le texte n’en dit pas assez pour qu’on puisse le savoir.");
            case Finding.Judged(var voices, var _) -> judged(voices, bearing);
            case Finding.Tested tested -> tested(tested, bearing);
            case Finding.Combined(int _, var of, Standing standing) ->
                of.stream()
                        .filter(part -> part.standing() == standing)
                        .findFirst()
                        .map(part -> part instanceof Finding.Tested tested ? tested(tested, bearing) : nothing(bearing))
                        .orElseGet(() -> nothing(bearing));
        };
    }

    private String judged(SortedMap<Party, Proof.Voice> voices, int bearing) {
        if (voices.isEmpty()) {
            return say(
                            "Neither government has published a judgement; ",
                            "Aucun des deux gouvernements n’a publié de jugement\u202F; ")
                    + bearing(bearing)
                    + ".";
        }
        List<Party> order = speech.language() == entente.terms.Language.ENGLISH
                ? List.of(Party.UNITED_KINGDOM, Party.FRANCE)
                : List.of(Party.FRANCE, Party.UNITED_KINGDOM);
        boolean same = voices.size() == 2
                && voices.values().stream()
                                .map(Proof.Voice::standing)
                                .distinct()
                                .count()
                        == 1;
        if (same) {
            return say("Both governments say so: ", "Les deux gouvernements l’affirment\u00A0: ")
                    + lower(voices.values().iterator().next().standing())
                    + ".";
        }
        List<String> said = new ArrayList<>();
        for (Party party : order) {
            Proof.Voice voice = voices.get(party);
            if (voice != null) {
                said.add(speech.words(party.title()) + say(": ", "\u00A0: ") + lower(voice.standing()));
            }
        }
        return speech.list(said) + ".";
    }

    private String lower(Standing standing) {
        return speech.words(standing.title()).toLowerCase(speech.language().locale());
    }

    private String bearing(int bearing) {
        return bearing == 0
                ? say("no fact bears on it", "aucun fait ne s’y rapporte")
                : speech.count(
                        bearing, "fact bears on it", "facts bear on it", "fait s’y rapporte", "faits s’y rapportent");
    }

    private String nothing(int bearing) {
        return say("Nothing on record counts towards it; ", "Rien au registre ne compte à ce titre\u202F; ")
                + bearing(bearing)
                + ".";
    }

    private String tested(Finding.Tested tested, int bearing) {
        List<Proof.Row> rows = tested.rows();
        if (rows.stream().allMatch(row -> row.value() == null)) {
            return nothing(bearing);
        }
        Measure measure = tested.test().measure();
        if (rows.size() == 1) {
            Proof.Row row = rows.getFirst();
            BigDecimal value = row.value();
            String reached = value == null ? "0" : speech.bounded(bound(row, measure), value(value, measure));
            String what = what(measure, value == null ? BigDecimal.ZERO : value);
            if (row.standing() == Standing.NO_EVIDENCE) {
                return say("The newest figure, ", "Le dernier chiffre, ")
                        + reached
                        + (what.isEmpty() ? "" : " " + what)
                        + say(
                                ", is from before the due day and does not show how things stood on it.",
                                ", est antérieur à l’échéance et ne montre pas ce qu’il en était ce jour-là.");
            }
            return say("Known: ", "Connu\u00A0: ")
                    + reached
                    + (what.isEmpty() ? "" : " " + what)
                    + say("; required: ", "\u202F; exigé\u00A0: ")
                    + required(row.required(), measure)
                    + ".";
        }
        long kept = rows.stream().filter(row -> row.standing().kept()).count();
        return say(
                kept + " of " + rows.size() + " periods kept.",
                kept + " période" + (kept < 2 ? "" : "s") + " tenue" + (kept < 2 ? "" : "s") + " sur " + rows.size()
                        + ".");
    }

    /// What must be said around the value of a row, by the figures that it rests on.
    private Figure.Bound bound(Proof.Row row, Measure measure) {
        return Figure.Bound.together(row.used().keySet().stream()
                .flatMap(id -> register.fact(id).stream())
                .flatMap(fact -> fact.figures().stream())
                .filter(figure -> switch (measure) {
                    case Measure.Money(var currency, var stage) ->
                        figure instanceof Figure.Sum sum
                                && sum.role() == Figure.Role.PART
                                && sum.stage() == stage
                                && sum.money().currency().equals(currency);
                    case Measure.Total(String of) ->
                        figure instanceof Figure.Count count && count.of().equals(of);
                    case Measure.Least(String of) ->
                        figure instanceof Figure.Count count && count.of().equals(of);
                    case Measure.Latest(String of) ->
                        figure instanceof Figure.Count count && count.of().equals(of);
                    case Measure.Facts(), Measure.Distinct _, Measure.Covered _, Measure.Elapsed _, Measure.Ratio _ ->
                        false;
                })
                .map(Figure::bound)
                .toList());
    }

    private String what(Measure measure, BigDecimal number) {
        return switch (measure) {
            case Measure.Money(var _, var stage) -> "(" + speech.words(stage.title()) + ")";
            case Measure.Total(String of) -> speech.words(Labels.counted(of, speech, number));
            case Measure.Least(String of) -> speech.words(Labels.counted(of, speech, number));
            case Measure.Latest(String of) -> speech.words(Labels.counted(of, speech, number));
            case Measure.Ratio(String of, String to) ->
                counted(of) + say(" for each of the ", " pour chacune des ") + counted(to);
            case Measure.Facts(), Measure.Distinct _, Measure.Covered _, Measure.Elapsed _ -> "";
        };
    }

    /// The money of a commitment: what is known against what was promised, where money is what it is about.
    Optional<String> money(Commitment commitment) {
        return Optional.ofNullable(commitment.promised()).map(sum -> speech.figure(sum) + say(" promised", ""));
    }
}
