package entente.recordings;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// What the beginning of a table of text says: how many lines to leave out, how its fields are divided, and what its
/// columns are.
record TextHead(
        String file,
        int linesBefore,
        char delimiter,
        int width,
        List<Column> columns,
        Optional<Clockwork> time,
        OptionalDouble rateHz) {
    private static final int LONGEST_LINE = 1 << 16;
    private static final int MOST_REMARKS = 200;
    private static final Pattern NAMED = Pattern.compile("(.*?)\\s*[\\[(]([^\\])]*)[\\])]\\s*");
    private static final Pattern RATE = Pattern.compile("(?i)#\\s*sampling rate.*?[=:]+\\s*([0-9.]+)\\s*");
    private static final Pattern LABELS = Pattern.compile("(?i)#\\s*labels?\\s*[=:]+\\s*(.*)");
    private static final Set<String> TIMES = Set.of(
            "time",
            "t",
            "timestamp",
            "datetime",
            "date",
            "utc",
            "temps",
            "heure",
            "seconds",
            "seconds_elapsed",
            "elapsed");

    /// A column of samples.
    record Column(int index, String name, String unit) {}

    static TextHead of(Input input) throws IOException {
        BufferedReader lines = new BufferedReader(new Guarded(input));
        OptionalDouble rate = OptionalDouble.empty();
        String labels = "";
        int before = 0;
        String line = lines.readLine();
        for (; line != null && (line.isBlank() || line.startsWith("#")); line = lines.readLine()) {
            Matcher rated = RATE.matcher(line);
            Matcher labelled = LABELS.matcher(line);
            rate = rated.matches() ? number(rated.group(1)) : rate;
            labels = labelled.matches() ? labelled.group(1) : labels;
            if (++before > MOST_REMARKS) {
                throw none(input.file());
            }
        }
        if (line == null) {
            throw none(input.file());
        }
        char delimiter = delimiter(line);
        List<String> first = fields(line, delimiter);
        boolean headed = first.stream()
                .anyMatch(field -> !field.isBlank() && number(field).isEmpty());
        String second = headed ? lines.readLine() : line;
        if (second == null) {
            throw none(input.file());
        }
        List<String> values = fields(second, delimiter);
        if (values.stream().allMatch(value -> number(value).isEmpty())) {
            throw none(input.file());
        }
        List<String> names = headed ? first : named(labels, first.size());
        return new TextHead(
                        input.file(),
                        before + (headed ? 1 : 0),
                        delimiter,
                        names.size(),
                        List.of(),
                        Optional.empty(),
                        rate)
                .with(names, values);
    }

    private static Unusable none(String file) {
        return Unusable.of(
                file,
                "it is neither a recording of a kind that is read here nor a table of numbers",
                "ce n’est ni un enregistrement d’une sorte lue ici ni un tableau de nombres");
    }

    private static List<String> named(String labels, int width) {
        List<String> names = new ArrayList<>(List.of(labels.strip().split("[,;\\s]+")));
        names.removeIf(String::isBlank);
        for (int i = names.size(); i < width; i++) {
            names.add(Integer.toString(i + 1));
        }
        return names.subList(0, width);
    }

    private TextHead with(List<String> names, List<String> values) {
        List<Column> columns = new ArrayList<>();
        Optional<Clockwork> time = Optional.empty();
        for (int i = 0; i < names.size(); i++) {
            Matcher bracket = NAMED.matcher(names.get(i));
            boolean united = bracket.matches();
            String name = Texts.shown((united ? bracket.group(1) : names.get(i)).strip());
            String unit = united ? bracket.group(2).strip() : "";
            String value = i < values.size() ? values.get(i) : "";
            if (TIMES.contains(name.toLowerCase(Locale.ROOT))) {
                time = time.isPresent() ? time : Clockwork.of(i, unit, value);
            } else if (value.isBlank() || number(value).isPresent()) {
                columns.add(new Column(i, name, unit));
            }
        }
        return new TextHead(file, linesBefore, delimiter, width, List.copyOf(columns), time, rateHz);
    }

    private static char delimiter(String line) {
        for (char one : new char[] {'\t', ';', ','}) {
            if (line.indexOf(one) >= 0) {
                return one;
            }
        }
        return ',';
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private static List<String> fields(String line, char delimiter) throws IOException {
        try (CSVParser one = CSVParser.parse(line, format(delimiter))) {
            List<CSVRecord> records = one.getRecords();
            return records.isEmpty() ? List.of() : records.getFirst().toList();
        } catch (java.io.UncheckedIOException badQuotes) {
            return List.of(line);
        }
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text.strip().replace(',', '.')));
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    /// The rows of values, from the first.
    CSVParser rows(Input input) throws IOException {
        Reader reader = new Guarded(input);
        for (int line = 0; line < linesBefore; ) {
            int one = reader.read();
            if (one < 0) {
                throw none(file);
            }
            line += one == '\n' ? 1 : 0;
        }
        return CSVParser.parse(reader, format(delimiter));
    }

    /// A sample; an empty field and NaN are one that is missing.
    float value(String field, long line) {
        if (field.isEmpty()) {
            return Float.NaN;
        }
        try {
            float value = Float.parseFloat(delimiter == ',' ? field : field.replace(',', '.'));
            if (!Float.isInfinite(value)) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            // told below
        }
        throw wrong(
                line,
                "[" + Texts.shown(field) + "] is not a number",
                "[" + Texts.shown(field) + "] n’est pas un nombre");
    }

    Unusable wrong(long rowLine, String en, String fr) {
        long line = linesBefore + rowLine;
        return Unusable.of(file, "line " + line + ": " + en, "ligne " + line + "\u202F: " + fr);
    }

    /// Text without the bytes that no text has, and without lines that never end.
    private static final class Guarded extends FilterReader {
        private final String file;
        private int length;

        Guarded(Input input) {
            super(new BufferedReader(new InputStreamReader(input.stream(), StandardCharsets.UTF_8), 1 << 16));
            file = input.file();
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                check((char) one);
            }
            return one;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            for (int i = 0; i < read; i++) {
                check(into[from + i]);
            }
            return read;
        }

        private void check(char one) {
            length = one == '\n' ? 0 : length + 1;
            if (one == 0 || length > LONGEST_LINE) {
                throw none(file);
            }
        }
    }
}
