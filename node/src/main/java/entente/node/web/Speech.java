package entente.node.web;

import entente.agreement.Figure;
import entente.terms.Language;
import entente.terms.Money;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How numbers, sums, dates and lists are written in one language.
///
/// The platform's own rules are right for digits and month names and wrong for French money (`£GB`) and the first
/// of a month; those are written here. Rounding never happens: every digit of a figure is shown.
public record Speech(Language language) {
    private static final String NARROW = "\u202F";
    private static final String FIXED = "\u00A0";

    /// Whole or decimal digits in groups: `12,000,000` and `12 000 000`.
    public String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(6);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        return format.format(value);
    }

    public String number(long value) {
        return number(BigDecimal.valueOf(value));
    }

    /// A sum with the sign of its currency, all its digits, and decimals only where there are any.
    public String money(Money money) {
        BigDecimal major = money.major();
        boolean whole = major.stripTrailingZeros().scale() <= 0;
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        int decimals = whole ? 0 : money.currency().getDefaultFractionDigits();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.UNNECESSARY);
        String digits = format.format(major);
        String code = money.currency().getCurrencyCode();
        String sign = switch (code) {
            case "GBP" -> "£";
            case "EUR" -> "€";
            default -> code;
        };
        return switch (language) {
            case ENGLISH -> sign.equals(code) ? code + FIXED + digits : sign + digits;
            case FRENCH -> digits + FIXED + sign;
        };
    }

    /// A day in words: `20 September 2014`, `20 septembre 2014`, `1er avril 2016`.
    public String day(LocalDate day) {
        String month = day.format(DateTimeFormatter.ofPattern("MMMM", language.locale()));
        String number = language == Language.FRENCH && day.getDayOfMonth() == 1 ? "1er" : "" + day.getDayOfMonth();
        return number + FIXED + month + FIXED + day.getYear();
    }

    /// A moment, to the minute, in UTC.
    public String moment(Instant moment) {
        var utc = moment.atZone(ZoneOffset.UTC);
        String time = utc.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT));
        return switch (language) {
            case ENGLISH -> day(utc.toLocalDate()) + ", " + time + FIXED + "UTC";
            case FRENCH -> day(utc.toLocalDate()) + ", " + time.replace(":", FIXED + "h" + FIXED) + FIXED + "UTC";
        };
    }

    /// A period in words, with everything that it leaves open.
    public String period(Period period) {
        if (period.unknown()) {
            return say("no date given", "sans date");
        }
        int slash = period.text().indexOf('/');
        if (slash < 0) {
            return end(period.text());
        }
        String from = period.text().substring(0, slash);
        String until = period.text().substring(slash + 1);
        if (from.equals("..")) {
            return say("until ", "jusqu’à ") + end(until);
        }
        if (until.equals("..")) {
            return language == Language.ENGLISH ? "from " + end(from) + " on" : "à partir " + of(end(from));
        }
        if (from.length() == 7
                && until.length() == 7
                && from.endsWith("-04")
                && until.endsWith("-03")
                && Integer.parseInt(until.substring(0, 4)) == Integer.parseInt(from.substring(0, 4)) + 1) {
            String year = from.substring(0, 4);
            return say(
                    "UK financial year " + year + "/" + until.substring(2, 4),
                    "exercice britannique " + year + "-" + until.substring(0, 4));
        }
        return language == Language.ENGLISH
                ? end(from) + " to " + end(until)
                : of(end(from)) + (firstIsDay(end(until)) ? " au " : " à ") + end(until);
    }

    /// The French "de", "du" or "d’" before a date in words.
    private static String of(String date) {
        if (firstIsDay(date)) {
            return "du " + date;
        }
        return "aéiou".indexOf(date.charAt(0)) >= 0 ? "d’" + date : "de " + date;
    }

    /// Whether a date in words begins with the day of a month, not with a year.
    private static boolean firstIsDay(String date) {
        return Character.isDigit(date.charAt(0)) && date.contains(FIXED);
    }

    private String end(String text) {
        char last = text.charAt(text.length() - 1);
        boolean marked = last == '~' || last == '?' || last == '%';
        String plain = plain(marked ? text.substring(0, text.length() - 1) : text);
        return switch (last) {
            case '~' -> say("about ", firstIsDay(plain) ? "vers le " : "vers ") + plain;
            case '?' -> plain + say(" (inferred)", " (déduit)");
            case '%' ->
                say("about ", firstIsDay(plain) ? "vers le " : "vers ") + plain + say(" (inferred)", " (déduit)");
            default -> plain;
        };
    }

    private String plain(String text) {
        if (text.length() == 4) {
            return text;
        }
        int month = Integer.parseInt(text.substring(5, 7));
        if (text.length() == 10) {
            return day(LocalDate.parse(text));
        }
        if (month > 12) {
            String season = List.of(
                            say("spring", "printemps"),
                            say("summer", "été"),
                            say("autumn", "automne"),
                            say("winter", "hiver"))
                    .get(month - 21);
            return season + FIXED + text.substring(0, 4);
        }
        return LocalDate.of(2000, month, 1).format(DateTimeFormatter.ofPattern("LLLL", language.locale()))
                + FIXED
                + text.substring(0, 4);
    }

    /// A figure as its source gives it: the sum, or the count and its unit, with what is said around it.
    public String figure(Figure figure) {
        return switch (figure) {
            case Figure.Sum sum -> bounded(figure, range(figure, money(sum.money())));
            case Figure.Count count -> {
                String unit = count.unit().in(language);
                String gap = unit.startsWith("%") ? (language == Language.FRENCH ? FIXED : "") : " ";
                yield bounded(figure, range(figure, number(count.value()))) + gap + unit;
            }
        };
    }

    private String range(Figure figure, String number) {
        BigDecimal low = figure.low();
        BigDecimal high = figure.high();
        if (low == null || high == null) {
            return number;
        }
        return switch (figure) {
            case Figure.Sum sum ->
                money(Money.major(low, sum.money().currency()))
                        + say(" to ", " à ")
                        + money(Money.major(high, sum.money().currency()));
            case Figure.Count _ -> number(low) + say(" to ", " à ") + number(high);
        };
    }

    private String bounded(Figure figure, String number) {
        return bounded(figure.bound(), number);
    }

    /// A number with what its source says around it.
    public String bounded(Figure.Bound bound, String number) {
        return switch (bound) {
            case EXACT -> number;
            case ABOUT -> say("about ", "environ ") + number;
            case ALMOST -> say("almost ", "près de ") + number;
            case AT_LEAST -> say("at least ", "au moins ") + number;
            case MORE_THAN -> say("more than ", "plus de ") + number;
            case AT_MOST -> say("at most ", "au plus ") + number;
            case LESS_THAN -> say("less than ", "moins de ") + number;
        };
    }

    /// `one`, `one and other`, `one, other and third`.
    public String list(Collection<String> items) {
        return joined(items, say(" and ", " et "));
    }

    /// `one`, `one or other`, `one, other or third`.
    public String either(Collection<String> items) {
        return joined(items, say(" or ", " ou "));
    }

    private static String joined(Collection<String> items, String last) {
        List<String> all = List.copyOf(items);
        if (all.size() < 2) {
            return String.join("", all);
        }
        return String.join(", ", all.subList(0, all.size() - 1)) + last + all.getLast();
    }

    /// The parties in the order that diplomacy gives each language: the reader's own side first.
    public String parties(Set<Party> parties) {
        List<Party> order = language == Language.ENGLISH
                ? List.of(Party.UNITED_KINGDOM, Party.FRANCE)
                : List.of(Party.FRANCE, Party.UNITED_KINGDOM);
        return list(order.stream()
                .filter(parties::contains)
                .map(party -> party.title().in(language))
                .toList());
    }

    /// The parties as the subject of a sentence, with the articles that the language gives countries.
    public String subject(Set<Party> parties) {
        String whole = switch (language) {
            case ENGLISH -> parties(parties).replace("United Kingdom", "the United Kingdom");
            case FRENCH -> parties(parties).replace("France", "la France").replace("Royaume-Uni", "le Royaume-Uni");
        };
        return whole.isEmpty() ? whole : Character.toUpperCase(whole.charAt(0)) + whole.substring(1);
    }

    /// A number and its noun: English counts one as singular, French everything below two.
    public String count(long number, String enOne, String enMany, String frOne, String frMany) {
        boolean one = singular(BigDecimal.valueOf(number));
        String noun = switch (language) {
            case ENGLISH -> one ? enOne : enMany;
            case FRENCH -> one ? frOne : frMany;
        };
        return number(number) + FIXED + noun;
    }

    /// Whether a number takes its noun in the singular.
    public boolean singular(BigDecimal number) {
        return switch (language) {
            case ENGLISH -> number.compareTo(BigDecimal.ONE) == 0;
            case FRENCH -> number.abs().compareTo(BigDecimal.TWO) < 0;
        };
    }

    /// A quotient to two decimals, and "about" where that leaves something out.
    public String quotient(BigDecimal value) {
        BigDecimal rounded = value.setScale(2, RoundingMode.HALF_UP);
        return (rounded.compareTo(value) == 0 ? "" : say("about ", "environ ")) + number(rounded);
    }

    public String words(Words words) {
        return words.in(language);
    }

    /// One of two texts, by language. The French one may be written with plain spaces: the narrow and fixed ones
    /// that French punctuation asks for are put in here.
    public String say(String english, String french) {
        return language == Language.ENGLISH ? english : spaced(french);
    }

    private static String spaced(String french) {
        return french.replace(" :", FIXED + ":")
                .replace(" ;", NARROW + ";")
                .replace(" !", NARROW + "!")
                .replace(" ?", NARROW + "?")
                .replace("« ", "«" + FIXED)
                .replace(" »", FIXED + "»");
    }
}
