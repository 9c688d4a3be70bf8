package entente.node.draw;

import entente.agreement.Fact;
import entente.agreement.Told;
import entente.files.Reading;
import entente.node.draw.Room.Box;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A picture as an eye would measure it: where its words and marks are.
final class Look {
    private static final Path ROOT = root();
    private static final Pattern POINT = Pattern.compile("[MLC ](-?[0-9.]+) (-?[0-9.]+)");

    private final Element svg;

    private Look(Element svg) {
        this.svg = svg;
    }

    /// Reads the picture as XML, so that one that is not well formed fails.
    static Look at(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            return new Look(document.getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalStateException("no picture: " + text, broken);
        }
    }

    static Look at(Drawing drawing) {
        return at(drawing.inline("wide"));
    }

    private static void walk(Node node, Consumer<Element> each) {
        if (node instanceof Element element) {
            if (element.getTagName().equals("defs")) {
                return;
            }
            each.accept(element);
        }
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            walk(node.getChildNodes().item(i), each);
        }
    }

    List<Element> all(String name, String look) {
        List<Element> found = new ArrayList<>();
        walk(svg, element -> {
            boolean looks = look.isEmpty()
                    || List.of(element.getAttribute("class").split(" ", -1)).contains(look);
            if (element.getTagName().equals(name) && looks) {
                found.add(element);
            }
        });
        return found;
    }

    String attribute(String name) {
        return svg.getAttribute(name);
    }

    private static double number(Element element, String name) {
        String value = element.getAttribute(name);
        return value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    /// The words that are drawn, with the room that they take.
    record Words(String text, Box box) {}

    List<Words> words() {
        List<Words> words = new ArrayList<>();
        for (Element text : all("text", "")) {
            String said = text.getTextContent();
            double size = List.of(text.getAttribute("class").split(" ", -1)).contains("quiet") ? 12 : 13;
            double wide = Svg.width(said, size);
            double x = number(text, "x");
            double left = switch (text.getAttribute("text-anchor")) {
                case "end" -> x - wide;
                case "middle" -> x - wide / 2;
                default -> x;
            };
            words.add(new Words(said, new Box(left, number(text, "y") - 10, wide, 12)));
        }
        return words;
    }

    /// Each pair of words that lie on each other.
    List<String> overlaps() {
        List<String> overlaps = new ArrayList<>();
        List<Words> words = words();
        for (int i = 0; i < words.size(); i++) {
            for (int k = i + 1; k < words.size(); k++) {
                if (words.get(i).box().meets(words.get(k).box())) {
                    overlaps.add(words.get(i).text() + " | " + words.get(k).text());
                }
            }
        }
        return overlaps;
    }

    /// Every mark or word that leaves the box of the picture.
    List<String> outside() {
        String[] box = svg.getAttribute("viewBox").split(" ", -1);
        Box all = new Box(-1, -1, Double.parseDouble(box[2]) + 2, Double.parseDouble(box[3]) + 2);
        List<String> outside = new ArrayList<>();
        words().stream()
                .filter(words -> !words.box().inside(all))
                .forEach(words -> outside.add(words.text() + " " + words.box()));
        walk(svg, element -> {
            for (Box part : boxes(element)) {
                if (!part.inside(all)) {
                    outside.add(element.getTagName() + " " + element.getAttribute("class") + " " + part);
                }
            }
        });
        return outside;
    }

    private static List<Box> boxes(Element element) {
        return switch (element.getTagName()) {
            case "rect" ->
                List.of(new Box(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height")));
            case "circle" -> {
                double r = number(element, "r");
                yield List.of(new Box(number(element, "cx") - r, number(element, "cy") - r, 2 * r, 2 * r));
            }
            case "line" ->
                List.of(
                        new Box(number(element, "x1"), number(element, "y1"), 0, 0),
                        new Box(number(element, "x2"), number(element, "y2"), 0, 0));
            case "path" -> {
                List<Box> points = new ArrayList<>();
                Matcher point = POINT.matcher(element.getAttribute("d"));
                boolean moved = element.getParentNode() instanceof Element group
                        && !group.getAttribute("transform").isEmpty();
                while (point.find() && !moved) {
                    points.add(new Box(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)), 0, 0));
                }
                yield points;
            }
            default -> List.of();
        };
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("agreements"))) {
            here = java.util.Objects.requireNonNull(here.getParent());
        }
        return here;
    }

    static String css() {
        try {
            return Files.readString(ROOT.resolve("node/src/main/resources/entente/node/web/entente.css"));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /// The facts that are shipped.
    static List<Fact> facts() {
        try (Stream<Path> files = Files.list(ROOT.resolve("agreements/facts"))) {
            List<Fact> facts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                if (Reading.read(file.toString(), text.getBytes(StandardCharsets.UTF_8))
                        instanceof Reading.OfFacts read) {
                    for (Told told : read.told()) {
                        if (told instanceof Told.Asserted(Fact fact)) {
                            facts.add(fact);
                        }
                    }
                } else {
                    throw new IllegalStateException("not read: " + file);
                }
            }
            return facts;
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
