package entente.node.web;

import entente.terms.Period;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the text in the search box may mean. One text may mean several things: 2016 is a year, an amount, an entry.
sealed interface Sought {
    /// The most that is looked at, in characters and in words.
    int LONGEST = 100;

    int MOST_WORDS = 8;

    /// The number of an entry.
    record EntryNumber(long value) implements Sought {}

    /// The beginning of a hash, as it was typed: in hex, lower case, or in base64.
    record Hash(String text, boolean hex) implements Sought {}

    /// An amount, or a count where `currency` is null. A figure also fits that comes to `value` when it is rounded as
    /// that is, which is to say that lies no farther from it than `slack`.
    record Amount(
            BigDecimal value, BigDecimal slack, @Nullable String currency) implements Sought {}

    record Time(Period period) implements Sought {}

    /// A clause by its number, of the agreements that have all of the words in their names; of all, where there are
    /// none.
    record ClauseNumber(int number, List<String> of) implements Sought {}

    /// Everything with one publisher, place, payee or payer.
    record Of(Part part, String value) implements Sought {}

    record Phrase(List<String> words) implements Sought {}

    /// Whether it can hardly mean anything else: £12 million, March 2016, clause 4. A bare number can.
    default boolean definite() {
        return switch (this) {
            case EntryNumber _, Hash _, Of _, Phrase _ -> false;
            case Amount(BigDecimal _, BigDecimal slack, var currency) -> slack.signum() > 0 || currency != null;
            case Time(Period period) -> period.text().length() > 4;
            case ClauseNumber _ -> true;
        };
    }

    Pattern NUMBER = Pattern.compile("\\d{1,12}");
    Pattern HEX = Pattern.compile("(?:0x)?([0-9a-fA-F]{6,64})");
    Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{8,43}=?");
    Pattern CLAUSE =
            Pattern.compile("(?:clause|article|c)[. ]*0*([1-9]\\d{0,2})(?:[ ,]+(?:of |in |de |du |des |d’)?(.*))?");
    Pattern OF_CLAUSE = Pattern.compile("(.+?)[ ,]+(?:clause|article|c)[. ]*0*([1-9]\\d{0,2})");
    Pattern AMOUNT = Pattern.compile("(£|€|gbp|eur)?\\s*(\\d[\\d .,’]{0,30})\\s*"
            + "(k|thousand|mille|m|mn|millions?|bn|mds?|milliards?|billions?)?\\s*(?:of |de |d’)?"
            + "(£|€|gbp|eur|euros?|pounds?(?: sterling)?|livres?(?: sterling)?)?");
    Pattern DAY_FIRST = Pattern.compile(
            "(?:le |on )?(\\d{1,2}(?:st|nd|rd|th|er)?)[ ./-]+(\\p{L}{3,9}\\.?|\\d{1,2})[ ./-]+(\\d{4})");
    Pattern MONTH_FIRST = Pattern.compile("(\\p{L}{3,9}\\.?) (\\d{1,2}(?:st|nd|rd|th)?),? (\\d{4})");
    Pattern MONTH = Pattern.compile("(\\p{L}{3,9}\\.?) (\\d{4})");
    Pattern ISO = Pattern.compile("(?:19|20|21)\\d{2}(?:-\\d{2}){0,2}");
    /// Words that nearly every text holds in one of the languages. They are looked for only where nothing else was
    /// asked.
    Set<String> COMMON = Set.of(
            "a", "an", "and", "at", "au", "aux", "by", "d", "dans", "de", "des", "du", "en", "et", "for", "from", "in",
            "l", "la", "le", "les", "of", "on", "par", "pour", "sur", "the", "to", "un", "une");

    /// Everything that a text may mean, at most [#LONGEST] characters of it.
    static List<Sought> read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Z}\\p{Cc}]+", " ")
                .replace('\'', '’')
                .strip();
        text = text.substring(0, Math.min(LONGEST, text.length()));
        String lower = text.toLowerCase(Locale.ROOT);
        List<Sought> meanings = new ArrayList<>();
        Optional<Of> of = Part.named(text);
        if (of.isPresent()) {
            return List.of(of.get());
        }
        if (NUMBER.matcher(text).matches()) {
            meanings.add(new EntryNumber(Long.parseLong(text)));
        }
        Matcher hex = HEX.matcher(text);
        if (hex.matches()) {
            meanings.add(new Hash(hex.group(1).toLowerCase(Locale.ROOT), true));
        } else if (BASE64.matcher(text).matches()) {
            meanings.add(new Hash(text, false));
        }
        amount(lower).ifPresent(meanings::add);
        time(lower).map(Time::new).ifPresent(meanings::add);
        clause(lower).ifPresent(meanings::add);
        List<String> words = words(text);
        if (!words.isEmpty()) {
            meanings.add(new Phrase(words));
        }
        return meanings;
    }

    private static Optional<Sought> amount(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches() || matcher.group(1) != null && matcher.group(4) != null) {
            return Optional.empty();
        }
        String digits = matcher.group(2).replaceAll("[ ’]", "");
        int decimal = decimal(digits);
        String whole = decimal < 0 ? digits : digits.substring(0, decimal);
        String plain = whole.replaceAll("[.,]", "") + (decimal < 0 ? "" : "." + digits.substring(decimal + 1));
        if (!plain.matches("\\d+(\\.\\d+)?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(plain);
        String scale = matcher.group(3);
        int zeros = scale == null
                ? 0
                : scale.startsWith("md") || scale.startsWith("milliard") || scale.startsWith("b")
                        ? 9
                        : scale.equals("mille") || scale.equals("k") || scale.startsWith("t") ? 3 : 6;
        BigDecimal slack = scale == null
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(5, number.scale() + 1).scaleByPowerOfTen(zeros);
        String sign = matcher.group(1) == null ? matcher.group(4) : matcher.group(1);
        return Optional.of(new Amount(number.scaleByPowerOfTen(zeros), slack, sign == null ? null : currency(sign)));
    }

    private static String currency(String sign) {
        return sign.startsWith("€") || sign.startsWith("e") ? "EUR" : "GBP";
    }

    /// Where the decimals begin: at the last point or comma, unless it parts thousands.
    private static int decimal(String digits) {
        int at = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (at < 0) {
            return -1;
        }
        char sign = digits.charAt(at);
        boolean both = digits.indexOf('.') >= 0 && digits.indexOf(',') >= 0;
        boolean thousands = digits.length() - at - 1 == 3 && (!both || digits.indexOf(sign) != at);
        return thousands || digits.indexOf(sign) != at ? -1 : at;
    }

    private static Optional<Period> time(String text) {
        Matcher day = DAY_FIRST.matcher(text);
        if (day.matches()) {
            return DateForm.read(day.group(1), day.group(2), day.group(3)).map(Period::day);
        }
        day = MONTH_FIRST.matcher(text);
        if (day.matches()) {
            return DateForm.read(day.group(2), day.group(1), day.group(3)).map(Period::day);
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return DateForm.read("1", month.group(1), month.group(2))
                    .map(LocalDate::toString)
                    .map(first -> Period.parse(first.substring(0, 7)));
        }
        try {
            return ISO.matcher(text).matches() ? Optional.of(Period.parse(text)) : Optional.empty();
        } catch (IllegalArgumentException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Sought> clause(String text) {
        Matcher matcher = CLAUSE.matcher(text);
        if (matcher.matches()) {
            String of = matcher.group(2);
            return Optional.of(
                    new ClauseNumber(Integer.parseInt(matcher.group(1)), of == null ? List.of() : words(of)));
        }
        matcher = OF_CLAUSE.matcher(text);
        return matcher.matches()
                ? Optional.of(new ClauseNumber(Integer.parseInt(matcher.group(2)), words(matcher.group(1))))
                : Optional.empty();
    }

    private static List<String> words(String text) {
        List<String> all = tokens(text);
        List<String> telling =
                all.stream().filter(word -> !COMMON.contains(word)).toList();
        return (telling.isEmpty() ? all : telling)
                .stream().distinct().limit(MOST_WORDS).toList();
    }

    /// The words of a text as they are compared: without accents, in lower case.
    static List<String> tokens(String text) {
        String plain = text.chars().allMatch(letter -> letter < 128)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replace("œ", "oe")
                        .replace("Œ", "oe")
                        .replace("æ", "ae");
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            if (Character.isLetterOrDigit(letter)) {
                word.append(Character.toLowerCase(letter));
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
