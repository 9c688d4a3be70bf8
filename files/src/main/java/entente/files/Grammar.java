package entente.files;

import entente.files.Tree.Entry;
import entente.files.Tree.Mapping;
import entente.files.Tree.Plain;
import entente.files.Tree.Scalar;
import entente.files.Tree.Sequence;
import entente.files.Tree.Unreadable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
/// anchors, no tags, no second document, no key twice.
///
/// The limits keep a hostile file from costing more memory or time than an honest one of its size.
final class Grammar {
    static final int DEEPEST = 30;
    static final int MOST_KEYS = 100;
    private static final int LARGEST_BUFFER = 1 << 20;
    static final int MOST_VALUES = 500_000;

    /// What was found leaves nothing to read on for; the fault has been noted.
    private static final class Halt extends YamlEngineException {
        private static final long serialVersionUID = 1L;

        Halt() {
            super("halted");
        }
    }

    private final Faults faults;
    private final Consumer<Tree> items;
    private final Iterator<Event> events;
    private int values;

    private Grammar(String text, Faults faults, Consumer<Tree> items) {
        this.faults = faults;
        this.items = items;
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                // The parser copies what it holds of an unfinished word or line each time its buffer is full, so that a
                // small buffer makes one long line cost minutes.
                .setBufferSize(Math.clamp(text.length(), 1024, LARGEST_BUFFER))
                .setCodePointLimit(Reading.LARGEST_BYTES)
                .build();
        this.events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /// The tree, or nothing where a fault makes the rest meaningless. Lesser faults are noted and the tree given.
    ///
    /// The items of a list at the top are handed over one by one and kept in no tree, so that a long list takes no
    /// more memory than what its items mean.
    static Optional<Tree> tree(String text, Faults faults, Consumer<Tree> items) {
        try {
            return Optional.of(new Grammar(text, faults, items).document());
        } catch (Halt noted) {
            return Optional.empty();
        } catch (MarkedYamlEngineException broken) {
            broken(broken.getProblem(), broken.getProblemMark().map(Grammar::mark), faults);
        } catch (YamlEngineException broken) {
            broken(String.valueOf(broken.getMessage()), Optional.empty(), faults);
        }
        return Optional.empty();
    }

    private static void broken(String problem, Optional<Mark> mark, Faults faults) {
        String line = problem.replaceAll("\\s+", " ").trim();
        String why = Characters.shown(line);
        faults.add(
                mark.orElse(Mark.START),
                "broken-yaml",
                "This is not YAML: " + why
                        + ". Look at the indentation and the quotes on this line and the one before.",
                "Ceci n’est pas du YAML (en anglais\u00A0: " + why
                        + "). Vérifiez l’indentation et les guillemets de cette ligne et de la précédente.");
    }

    private Halt halt(Mark mark, String rule, String en, String fr) {
        faults.add(mark, rule, en, fr);
        return new Halt();
    }

    private Tree document() {
        Tree tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Comment -> {}
                default -> {
                    if (tree != null) {
                        throw halt(
                                at(event),
                                "second-document",
                                "The file holds a second document. Put it into a file of its own.",
                                "Le fichier contient un second document. Placez-le dans un fichier à part.");
                    }
                    tree = event instanceof SequenceStartEvent ? top(event) : node(event, 0);
                }
            }
        }
        if (tree == null
                || tree instanceof Scalar(String text, Plain plain, var _) && plain == Plain.YES && text.isEmpty()) {
            throw halt(
                    Mark.START,
                    "empty",
                    "The file is empty. Begin an agreement file with its id, a fact file with a list of facts.",
                    "Le fichier est vide. Commencez un fichier d’accord par son identifiant, un fichier de faits par une"
                            + " liste de faits.");
        }
        return tree;
    }

    private Tree top(Event event) {
        plainOnly(event);
        for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
            values = 0;
            items.accept(node(item, 1));
        }
        return new Sequence(List.of(), at(event));
    }

    private Tree node(Event event, int depth) {
        if (faults.full()) {
            throw new Halt();
        }
        if (depth > DEEPEST) {
            throw halt(
                    at(event),
                    "too-deep",
                    "This is nested deeper than " + DEEPEST + " levels. Write it flatter.",
                    "L’imbrication dépasse ici " + DEEPEST + " niveaux. Réduisez-la.");
        }
        values++;
        if (values > MOST_VALUES) {
            throw halt(
                    at(event),
                    "too-large",
                    "One fact or agreement holds at most " + MOST_VALUES + " keys and values. Split it into several.",
                    "Un fait ou un accord contient au plus " + MOST_VALUES
                            + " clés et valeurs. Répartissez-le en plusieurs.");
        }
        plainOnly(event);
        return switch (event) {
            case ScalarEvent scalar ->
                new Scalar(
                        scalar.getValue(),
                        scalar.getScalarStyle() == ScalarStyle.PLAIN ? Plain.YES : Plain.NO,
                        at(scalar));
            case SequenceStartEvent _ -> sequence(at(event), depth);
            case MappingStartEvent _ -> mapping(at(event), depth);
            default -> new Unreadable(at(event));
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

    private Sequence sequence(Mark mark, int depth) {
        List<Tree> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(items, mark);
    }

    private Mapping mapping(Mark mark, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        int keys = 0;
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Tree key = node(event, depth + 1);
            Tree value = node(next(), depth + 1);
            keys++;
            if (keys > MOST_KEYS) {
                throw halt(
                        key.mark(),
                        "too-many",
                        "More than " + MOST_KEYS + " keys stand in one group. Look at the indentation of this line.",
                        "Plus de " + MOST_KEYS
                                + " clés figurent dans un même groupe. Vérifiez l’indentation de cette ligne.");
            }
            if (key instanceof Scalar(String name, var _, Mark at)) {
                if (entries.putIfAbsent(name, new Entry(at, value)) != null) {
                    String shown = Characters.shown(name);
                    faults.add(
                            at,
                            "duplicate-key",
                            "The key " + shown + " stands here for the second time. Keep one of the two.",
                            "La clé " + shown + " figure ici pour la seconde fois. N’en gardez qu’une.");
                }
            } else if (!(key instanceof Unreadable)) {
                faults.add(
                        key.mark(),
                        "wrong-type",
                        "A key is a single word here. Write key: value.",
                        "Une clé est ici un simple mot. Écrivez clé: valeur.");
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
        return event.getStartMark().map(Grammar::mark).orElse(Mark.START);
    }

    private static Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return new Mark(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
