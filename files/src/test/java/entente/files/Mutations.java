package entente.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Good files, cut down to a few items, and changes to them that may make them bad.
final class Mutations {
    private static final Path OWN = Path.of("src/test/resources/entente/files");
    private static final int OTHERS = 21;

    private final List<Object> documents = new ArrayList<>();
    private final List<Map.Entry<String, Object>> pairs = new ArrayList<>();

    Mutations() {
        try (Stream<Path> own = Files.list(OWN)) {
            Stream.concat(
                            ShippedFilesTest.files().stream(),
                            own.filter(path -> path.toString().endsWith(".yaml"))
                                    .sorted())
                    .forEach(path -> documents.add(load(text(path))));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        documents.forEach(this::collect);
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    static String everyKey(String kind) {
        return text(OWN.resolve("every-key-" + kind + ".yaml"));
    }

    static Object load(String yaml) {
        return Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }

    private void collect(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> pairs.add(Map.entry(String.valueOf(key), one)));
            map.values().forEach(this::collect);
        } else if (value instanceof Collection<?> list) {
            list.forEach(this::collect);
        }
    }

    /// A good document of at most three facts or clauses.
    Object small(Random random) {
        Object document = copy(documents.get(
                random.nextInt(4) > 0 ? random.nextInt(documents.size()) : documents.size() - 1 - random.nextInt(2)));
        if (document instanceof List<?> facts) {
            return some(facts, random);
        }
        Map<String, Object> agreement = map(document);
        agreement.put("clauses", some((List<?>) Objects.requireNonNull(agreement.get("clauses")), random));
        return agreement;
    }

    private static List<Object> some(List<?> items, Random random) {
        int from = random.nextInt(items.size());
        return new ArrayList<>(items.subList(from, Math.min(items.size(), from + 1 + random.nextInt(3))));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object document) {
        return (Map<String, Object>) document;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object document) {
        return (List<Object>) document;
    }

    static Object copy(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((key, one) -> copy.put(String.valueOf(key), copy(one)));
                yield copy;
            }
            case List<?> list -> {
                List<Object> copy = new ArrayList<>();
                list.forEach(one -> copy.add(copy(one)));
                yield copy;
            }
            default -> value;
        };
    }

    /// One change at one place.
    void change(Object document, Random random) {
        List<Object> places = new ArrayList<>();
        places(document, places);
        if (places.isEmpty()) {
            return;
        }
        Object place = places.get(random.nextInt(places.size()));
        if (place instanceof List<?>) {
            change(list(place), random);
        } else {
            change(map(place), random);
        }
    }

    private static void places(Object value, List<Object> places) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            places.add(map);
            map.values().forEach(one -> places(one, places));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            places.add(list);
            list.forEach(one -> places(one, places));
        }
    }

    private void change(Map<String, Object> map, Random random) {
        String key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
        switch (random.nextInt(6)) {
            case 0 -> map.remove(key);
            case 1 -> map.put("colour", "red");
            case 2 -> {
                var pair = pairs.get(random.nextInt(pairs.size()));
                map.put(pair.getKey(), copy(pair.getValue()));
            }
            default -> map.put(key, other(map.get(key), random));
        }
    }

    private void change(List<Object> list, Random random) {
        int at = random.nextInt(list.size());
        switch (random.nextInt(5)) {
            case 0 -> list.remove(at);
            case 1 -> list.clear();
            case 2 -> list.add(copy(list.get(at)));
            case 3 -> {
                for (int i = 0; i < 40; i++) {
                    list.add(copy(list.get(at)));
                }
            }
            default -> list.set(at, other(list.get(at), random));
        }
    }

    /// Every single change of a document: each key left out, each list cut or blown up, each value made another.
    static void each(Object document, Consumer<Object> use) {
        List<Object> places = new ArrayList<>();
        places(document, places);
        for (int place = 0; place < places.size(); place++) {
            int size = places.get(place) instanceof Map<?, ?> map ? map.size() : ((List<?>) places.get(place)).size();
            for (int at = 0; at < size; at++) {
                for (int how = 0; how < 2 + OTHERS; how++) {
                    Object copy = copy(document);
                    List<Object> copied = new ArrayList<>();
                    places(copy, copied);
                    if (copied.get(place) instanceof List<?> list) {
                        change(list(list), at, how);
                    } else {
                        change(map(copied.get(place)), at, how);
                    }
                    use.accept(copy);
                }
            }
        }
    }

    private static void change(List<Object> list, int at, int how) {
        switch (how) {
            case 0 -> list.remove(at);
            case 1 -> list.add(copy(list.get(at)));
            default -> list.set(at, other(list.get(at), how - 2));
        }
    }

    private static void change(Map<String, Object> map, int at, int how) {
        String key = new ArrayList<>(map.keySet()).get(at);
        switch (how) {
            case 0 -> map.remove(key);
            case 1 -> map.put("colour", "red");
            default -> map.put(key, other(map.get(key), how - 2));
        }
    }

    private Object other(@Nullable Object value, Random random) {
        int how = random.nextInt(OTHERS + 4);
        return how < OTHERS
                ? other(value, how)
                : copy(pairs.get(random.nextInt(pairs.size())).getValue());
    }

    private static Object other(@Nullable Object value, int how) {
        return switch (how) {
            case 0 -> "";
            case 1 -> "  \u00A0";
            case 2 -> "x".repeat(501);
            case 3 -> "😀".repeat(2000);
            case 4 -> "two\nlines";
            case 5 -> "a\u0007b";
            case 6 -> "a\u202Eb";
            case 7 -> 2014;
            case 8 -> -3;
            case 9 -> 0.5;
            case 10 -> 1_000_000_000_000_000L;
            case 11 -> true;
            case 12 -> new ArrayList<>();
            case 13 -> new LinkedHashMap<>(Map.of());
            case 14 -> new ArrayList<>(List.of(value == null ? "x" : value));
            case 15 -> "paid";
            case 16 -> "2019-13";
            case 17 -> "2019-12-30/2020-01-02~";
            case 18 -> value + "x";
            case 19 -> String.valueOf(value).toUpperCase(java.util.Locale.ROOT);
            default -> "😀".repeat(2001);
        };
    }

    static byte[] bytes(Object document) {
        StringBuilder json = new StringBuilder();
        write(document, json);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Object value, StringBuilder json) {
        switch (value) {
            case Map<?, ?> map -> {
                json.append('{');
                map.forEach((key, one) -> {
                    json.append(Json.write(key)).append(':');
                    write(one, json);
                    json.append(",");
                });
                json.setLength(json.length() - (map.isEmpty() ? 0 : 1));
                json.append("}");
            }
            case List<?> list -> {
                json.append('[');
                list.forEach(one -> {
                    write(one, json);
                    json.append(",");
                });
                json.setLength(json.length() - (list.isEmpty() ? 0 : 1));
                json.append("]");
            }
            case Double number -> json.append(new java.math.BigDecimal(number.toString()).toPlainString());
            default -> json.append(Json.write(value));
        }
    }

    private static final String TELLING = "{}[],:-?&*!|>'\"%@`# \n\t\r\\/~.0123456789eux\0\u007f";

    /// One change of some bytes of a file.
    static byte[] changed(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int until = Math.min(bytes.length, at + 1 + random.nextInt(20));
        byte[] put = switch (random.nextInt(5)) {
            case 0 -> new byte[0];
            case 1 -> new byte[] {(byte) random.nextInt(256)};
            case 2 -> new byte[] {(byte) TELLING.charAt(random.nextInt(TELLING.length()))};
            case 3 -> {
                int from = random.nextInt(bytes.length);
                yield Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(60)));
            }
            default -> "\\u%04x".formatted(random.nextInt(65536)).getBytes(StandardCharsets.UTF_8);
        };
        int rest = random.nextBoolean() ? at : until;
        byte[] result = new byte[at + put.length + bytes.length - rest];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(put, 0, result, at, put.length);
        System.arraycopy(bytes, rest, result, at + put.length, bytes.length - rest);
        return result.length == 0 ? bytes : result;
    }
}
