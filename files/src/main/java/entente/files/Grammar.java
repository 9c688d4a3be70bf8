package entente.files;

import entente.files.Tree.Entry;
import entente.files.Tree.Mapping;
import entente.files.Tree.Plain;
import entente.files.Tree.Scalar;
import entente.files.Tree.Sequence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// From YAML (of which JSON is a part) to a tree. Of YAML it takes what a careful clerk would write: no aliases, no
/// anchors, no tags, no second document, no key twice, and nothing nested deeper than thirty levels.
final class Grammar {
    private static final int DEEPEST = 30;

    private final Faults faults;
    private final Iterator<Event> events;

    private Grammar(String text, Faults faults) {
        this.faults = faults;
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Reading.LARGEST_BYTES)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /// The tree, or nothing where faults were found that make the rest meaningless.
    static Optional<Tree> tree(String text, Faults faults) {
        try {
            return new Grammar(text, faults).document();
        } catch (MarkedYamlEngineException broken) {
            Mark mark = broken.getProblemMark()
                    .map(at -> new Mark(at.getLine() + 1, at.getColumn() + 1))
                    .orElse(Mark.START);
            faults.add(
                    mark,
                    "broken-yaml",
                    "This is not YAML: " + oneLine(broken.getProblem())
                            + ". Look at the indentation and the quotes on this line and the one before.",
                    "Ceci n’est pas du YAML (" + oneLine(broken.getProblem())
                            + "). Vérifiez l’indentation et les guillemets de cette ligne et de la précédente.");
        } catch (YamlEngineException broken) {
            faults.add(
                    Mark.START,
                    "broken-yaml",
                    "This is not YAML: " + oneLine(String.valueOf(broken.getMessage())) + ". Check the file.",
                    "Ceci n’est pas du YAML (" + oneLine(String.valueOf(broken.getMessage()))
                            + "). Vérifiez le fichier.");
        }
        return Optional.empty();
    }

    private static String oneLine(String problem) {
        String line = problem.replaceAll("\\s+", " ").trim();
        return line.length() > 160 ? line.substring(0, 160) : line;
    }

    private Optional<Tree> document() {
        Tree tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                default -> {
                    if (tree != null) {
                        faults.add(
                                at(event),
                                "second-document",
                                "The file holds a second document. Put it into a file of its own.",
                                "Le fichier contient un second document. Placez-le dans un fichier à part.");
                        return Optional.empty();
                    }
                    tree = node(event, 0);
                }
            }
        }
        if (tree == null) {
            faults.add(
                    Mark.START,
                    "empty",
                    "The file is empty. An agreement file begins with its id, a fact file with a list of facts.",
                    "Le fichier est vide. Un fichier d’accord commence par son identifiant, un fichier de faits par une liste"
                            + " de faits.");
        }
        return faults.any() ? Optional.empty() : Optional.ofNullable(tree);
    }

    private Tree node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new YamlEngineException("it is nested deeper than " + DEEPEST + " levels");
        }
        plainOnly(event);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent _ -> sequence(at(event), depth);
            case MappingStartEvent _ -> mapping(at(event), depth);
            default -> new Scalar("", Plain.NO, at(event));
        };
    }

    /// Aliases can be piled into bombs and hide what a reader sees; tags can make one thing look like another.
    private void plainOnly(Event event) {
        boolean tagged = switch (event) {
            case ScalarEvent scalar -> scalar.getTag().isPresent();
            case SequenceStartEvent start -> start.getTag().isPresent();
            case MappingStartEvent start -> start.getTag().isPresent();
            default -> false;
        };
        if (event instanceof AliasEvent
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            faults.add(
                    at(event),
                    "alias",
                    "Anchors (&) and aliases (*) are not used here. Write the value out.",
                    "Les ancres (&) et les alias (*) ne sont pas admis ici. Écrivez la valeur en toutes lettres.");
        }
        if (tagged) {
            faults.add(
                    at(event),
                    "tag",
                    "Type tags (!) are not used here. Remove the tag.",
                    "Les étiquettes de type (!) ne sont pas admises ici. Supprimez l’étiquette.");
        }
    }

    private static Scalar scalar(ScalarEvent event) {
        return new Scalar(
                event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN ? Plain.YES : Plain.NO, at(event));
    }

    private Sequence sequence(Mark mark, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(items, mark);
    }

    private Mapping mapping(Mark mark, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Tree key = node(event, depth + 1);
            Tree value = node(next(), depth + 1);
            if (!(key instanceof Scalar(String name, var _, Mark at))) {
                faults.add(
                        key.mark(),
                        "wrong-type",
                        "A key is a single word here. Write key: value.",
                        "Une clé est ici un simple mot. Écrivez clé : valeur.");
                continue;
            }
            if (entries.putIfAbsent(name, new Entry(at, value)) != null) {
                faults.add(
                        at,
                        "duplicate-key",
                        "The key " + shown(name) + " stands here for the second time. Keep one of the two.",
                        "La clé " + shown(name) + " figure ici pour la seconde fois. N’en gardez qu’une.");
            }
        }
        return new Mapping(entries, mark);
    }

    private Event next() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.Comment) {
            event = events.next();
        }
        return event;
    }

    private static Mark at(Event event) {
        return event.getStartMark()
                .map(mark -> new Mark(mark.getLine() + 1, mark.getColumn() + 1))
                .orElse(Mark.START);
    }

    /// A word from a file as it may be shown in a message: short, on one line, without control characters.
    static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return "[" + (clean.length() > 60 ? clean.substring(0, 60) + "…" : clean) + "]";
    }
}
