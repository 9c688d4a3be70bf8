package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Standing;
import entente.terms.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The colours of the style sheet, as eyes of different kinds see them, in light and in dark.
class ColourTest {
    private static final String SHEET = text(Path.of("src/main/resources/entente/node/web/entente.css"));

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static final Path CHIP = Path.of("src/main/jte/part/chip.jte");
    /// Paper has a page of its own, which writes the word beside the shape too: see TakeawayTest.
    private static final Path BRIEFING = Path.of("src/main/jte/briefing.jte");

    enum Scheme {
        LIGHT,
        DARK
    }

    /// What one kind of cone less does to linear red, green and blue: Machado, Oliveira and Fernandes 2009, severity 1.
    private enum Eye {
        ALL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTAN(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTAN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
        TRITAN(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

        private final double[] matrix;

        Eye(double... matrix) {
            this.matrix = matrix;
        }
    }

    private static Map<String, String> tokens(Scheme scheme) {
        Map<String, String> tokens = new HashMap<>();
        Matcher token = Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);")
                .matcher(SHEET);
        while (token.find()) {
            tokens.put(token.group(1), token.group(scheme == Scheme.LIGHT ? 2 : 3));
        }
        assertThat(tokens).hasSizeGreaterThan(20);
        return tokens;
    }

    /// Linear light, 0 to 1.
    private static double[] linear(String hex) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double luminance(String hex) {
        double[] rgb = linear(hex);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double[] times(double[] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[3 * i + j] * vector[j];
            }
        }
        return product;
    }

    private static double[] oklab(double[] rgb) {
        double[] cones = times(
                new double[] {
                    0.4122214708,
                    0.5363325363,
                    0.0514459929,
                    0.2119034982,
                    0.6806995451,
                    0.1073969566,
                    0.0883024619,
                    0.2817188376,
                    0.6299787005
                },
                rgb);
        for (int i = 0; i < 3; i++) {
            cones[i] = Math.cbrt(cones[i]);
        }
        return times(
                new double[] {
                    0.2104542553,
                    0.7936177850,
                    -0.0040720468,
                    1.9779984951,
                    -2.4285922050,
                    0.4505937099,
                    0.0259040371,
                    0.7827717662,
                    -0.8086757660
                },
                cones);
    }

    /// How far apart two colours look: 100 is black from white.
    private static double distance(String one, String other, Eye eye) {
        double[] a = seen(one, eye);
        double[] b = seen(other, eye);
        return 100 * Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] seen(String hex, Eye eye) {
        double[] rgb = times(eye.matrix, linear(hex));
        for (int i = 0; i < 3; i++) {
            rgb[i] = Math.clamp(rgb[i], 0, 1);
        }
        return oklab(rgb);
    }

    private static String of(Map<String, String> tokens, String name) {
        String colour = tokens.get(name);
        assertThat(colour).as(name).isNotNull();
        return String.valueOf(colour);
    }

    @ParameterizedTest
    @EnumSource
    void ink_can_be_read_on_its_paper(Scheme scheme) {
        Map<String, String> tokens = tokens(scheme);
        List<String> faint = new ArrayList<>();
        for (String ink : List.of("ink", "quiet", "link", "focus")) {
            for (String paper : List.of("paper", "raised", "past")) {
                double asked = ink.equals("focus") ? 3 : 4.5;
                double contrast = contrast(of(tokens, ink), of(tokens, paper));
                if (contrast < asked) {
                    faint.add(ink + " on " + paper + ": " + contrast);
                }
            }
        }
        for (String fill : List.of("kept", "course", "due", "late", "broken", "mute")) {
            double contrast = contrast(of(tokens, fill + "-on"), of(tokens, fill));
            if (contrast < 4.5) {
                faint.add("the word on " + fill + ": " + contrast);
            }
        }
        // Chips that are told from the paper by their edge alone.
        for (String edge : List.of("course-on", "due-on", "mute-on")) {
            double contrast = contrast(of(tokens, edge), of(tokens, "paper"));
            if (contrast < 4.5) {
                faint.add("the edge " + edge + " on paper: " + contrast);
            }
        }
        assertThat(faint).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void judgements_are_told_apart_without_one_kind_of_cone(Scheme scheme) {
        assertThat(close(scheme, List.of("kept", "late", "broken"), Eye.values()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_pieces_of_a_bar_are_told_apart(Scheme scheme) {
        assertThat(close(
                        scheme,
                        List.of("kept", "bar-course", "due", "bar-none", "bar-open", "late", "broken"),
                        new Eye[] {Eye.ALL}))
                .isEmpty();
    }

    private static List<String> close(Scheme scheme, List<String> names, Eye[] eyes) {
        Map<String, String> tokens = tokens(scheme);
        List<String> close = new ArrayList<>();
        for (Eye eye : eyes) {
            for (int i = 0; i < names.size(); i++) {
                for (int j = i + 1; j < names.size(); j++) {
                    double distance = distance(of(tokens, names.get(i)), of(tokens, names.get(j)), eye);
                    if (distance < 10) {
                        close.add(names.get(i) + " and " + names.get(j) + " to " + eye + ": " + distance);
                    }
                }
            }
        }
        return close;
    }

    @Test
    void colour_is_named_in_one_place() {
        String rules = SHEET.substring(SHEET.indexOf("*, *::before"), SHEET.indexOf("@layer print {"));
        assertThat(Pattern.compile("#[0-9a-fA-F]{3,8}\\b")
                        .matcher(rules)
                        .results()
                        .map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void a_standing_has_a_word_and_a_shape_of_its_own() {
        for (Language language : Language.values()) {
            Speech speech = new Speech(language);
            List<Chip> chips = List.of(Standing.values()).stream()
                    .map(standing -> Chip.of(standing, speech))
                    .toList();
            assertThat(chips).extracting(Chip::word).doesNotHaveDuplicates().noneMatch(String::isBlank);
            assertThat(chips).extracting(Chip::path).doesNotHaveDuplicates().noneMatch(String::isBlank);
        }
    }

    @Test
    void no_page_draws_a_chip_but_by_the_one_part_that_writes_its_word() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            assertThat(templates
                            .filter(Files::isRegularFile)
                            .filter(path -> text(path).contains("class=\"chip")))
                    .containsExactlyInAnyOrder(CHIP, BRIEFING);
        }
        assertThat(text(CHIP)).contains("${chip.word()}");
    }
}
