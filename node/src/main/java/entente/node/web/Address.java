package entente.node.web;

import entente.agreement.Slug;
import entente.terms.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an address of the site means. The word in the path chooses the language; ids are the same in both;
/// `@2016-03-31` asks for the page as known on that day; `.json` for the same page in that form. What was ever an
/// address stays one.
public sealed interface Address {
    /// The longest path that is looked at, in characters.
    int LONGEST = 300;

    /// The list of agreements. `language` is null where the reader's browser chooses.
    record Agreements(@Nullable Language language, @Nullable LocalDate known, Format format) implements Address {}

    /// An agreement. `language` is null at the neutral address, where the reader's browser chooses.
    record OneAgreement(
            String agreement,
            @Nullable Language language,
            @Nullable LocalDate known,
            Format format) implements Address {}

    /// A clause, by its number in the text.
    record OneClause(
            String agreement,
            int number,
            Language language,
            @Nullable LocalDate known,
            Format format) implements Address {}

    /// An entry of the log. `agreement` and `language` are null at the short address `/r/4471`.
    record OneEntry(
            @Nullable String agreement,
            long index,
            @Nullable Language language,
            Format format) implements Address {}

    /// The receipt of an entry, to check on another machine.
    record EntryReceipt(long index) implements Address {}

    /// How to check the record, and what checking came to.
    record Verify(Language language, Format format) implements Address {}

    /// What each standing means.
    record Glossary(Language language) implements Address {}

    /// A file of the log, served as it is.
    record LogFile(String path) implements Address {}

    /// A file of the site's own: the style sheet.
    record Asset(String name) implements Address {}

    Pattern SUFFIX = Pattern.compile("^(.*?)(?:@([^@/]{1,20}?))?(\\.json)?$");
    Pattern NUMBER = Pattern.compile("[1-9]\\d{0,2}");
    Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,11}");

    /// Reads a decoded path. Nothing where it is no address of the site.
    static Optional<Address> of(String path) {
        if (path.length() > LONGEST || !path.startsWith("/")) {
            return Optional.empty();
        }
        if (path.startsWith("/log/")) {
            return Optional.of(new LogFile(path.substring(5)));
        }
        if (path.startsWith("/assets/")) {
            return Optional.of(new Asset(path.substring(8)));
        }
        Matcher matcher = SUFFIX.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalDate known = null;
        if (matcher.group(2) != null) {
            known = day(matcher.group(2));
            if (known == null) {
                return Optional.empty();
            }
        }
        Format format = matcher.group(3) == null ? Format.HTML : Format.JSON;
        String[] parts = matcher.group(1).substring(1).split("/", -1);
        return switch (parts.length) {
            case 1 -> one(parts[0], known, format);
            case 2 -> two(parts[0], parts[1], known, format);
            case 3 -> three(parts[0], parts[1], parts[2], known, format);
            default -> Optional.empty();
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return text.length() == 10 && day.getYear() >= 1900 && day.getYear() < 2200 ? day : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static Optional<Address> one(String word, @Nullable LocalDate known, Format format) {
        return switch (word) {
            case "" -> Optional.of(new Agreements(null, known, format));
            case "agreements" -> Optional.of(new Agreements(Language.ENGLISH, known, format));
            case "accords" -> Optional.of(new Agreements(Language.FRENCH, known, format));
            case "verify" -> undated(known, new Verify(Language.ENGLISH, format));
            case "verifier" -> undated(known, new Verify(Language.FRENCH, format));
            case "standings" -> undated(known, new Glossary(Language.ENGLISH)).filter(_ -> format == Format.HTML);
            case "etats" -> undated(known, new Glossary(Language.FRENCH)).filter(_ -> format == Format.HTML);
            default -> Slug.fits(word) ? Optional.of(new OneAgreement(word, null, known, format)) : Optional.empty();
        };
    }

    private static Optional<Address> undated(@Nullable LocalDate known, Address address) {
        return known == null ? Optional.of(address) : Optional.empty();
    }

    private static Optional<Address> two(String first, String word, @Nullable LocalDate known, Format format) {
        if (first.equals("r")) {
            return INDEX.matcher(word).matches()
                    ? undated(known, new OneEntry(null, Long.parseLong(word), null, format))
                    : receipt(word, known);
        }
        if (!Slug.fits(first)) {
            return Optional.empty();
        }
        return switch (word) {
            case "agreement" -> Optional.of(new OneAgreement(first, Language.ENGLISH, known, format));
            case "accord" -> Optional.of(new OneAgreement(first, Language.FRENCH, known, format));
            default -> Optional.empty();
        };
    }

    private static Optional<Address> receipt(String word, @Nullable LocalDate known) {
        String index = word.endsWith(".tlog-proof") ? word.substring(0, word.length() - 11) : "";
        return INDEX.matcher(index).matches()
                ? undated(known, new EntryReceipt(Long.parseLong(index)))
                : Optional.empty();
    }

    private static Optional<Address> three(
            String agreement, String word, String last, @Nullable LocalDate known, Format format) {
        if (!Slug.fits(agreement)) {
            return Optional.empty();
        }
        return switch (word) {
            case "agreement" -> clause(agreement, last, Language.ENGLISH, known, format);
            case "accord" -> clause(agreement, last, Language.FRENCH, known, format);
            case "log" -> entry(agreement, last, Language.ENGLISH, known, format);
            case "registre" -> entry(agreement, last, Language.FRENCH, known, format);
            default -> Optional.empty();
        };
    }

    private static Optional<Address> clause(
            String agreement, String number, Language language, @Nullable LocalDate known, Format format) {
        return NUMBER.matcher(number).matches()
                ? Optional.of(new OneClause(agreement, Integer.parseInt(number), language, known, format))
                : Optional.empty();
    }

    private static Optional<Address> entry(
            String agreement, String index, Language language, @Nullable LocalDate known, Format format) {
        return INDEX.matcher(index).matches()
                ? undated(known, new OneEntry(agreement, Long.parseLong(index), language, format))
                : Optional.empty();
    }
}
