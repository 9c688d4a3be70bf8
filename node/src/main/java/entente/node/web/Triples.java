package entente.node.web;

import entente.terms.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Resources with their properties, written as Turtle or as JSON-LD: the same triples in both.
record Triples(List<Resource> resources) {
    private static final Map<String, String> PREFIXES = prefixes();

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        prefixes.put("dcatap", "http://data.europa.eu/r5r/");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return prefixes;
    }

    /// A value: another resource by its address, a text with a language or a type, or a nameless resource.
    sealed interface Term {
        record Address(String iri) implements Term {}

        record Said(String text, String language) implements Term {}

        record Typed(String text, String type) implements Term {}

        record Nameless(Resource resource) implements Term {}

        static Term text(String text) {
            return new Typed(text, "xsd:string");
        }

        static Term moment(Instant moment) {
            return new Typed(moment.truncatedTo(ChronoUnit.SECONDS).toString(), "xsd:dateTime");
        }

        static Term day(LocalDate day) {
            return new Typed(day.toString(), "xsd:date");
        }

        static Term period(LocalDate from, LocalDate until) {
            return new Nameless(new Resource("", "dct:PeriodOfTime")
                    .has("dcat:startDate", day(from))
                    .has("dcat:endDate", day(until)));
        }
    }

    /// A resource of one class. Its name is empty where it is only a value of another.
    static final class Resource {
        private final String iri;
        private final String type;
        private final Map<String, List<Term>> properties = new LinkedHashMap<>();

        Resource(String iri, String type) {
            this.iri = iri;
            this.type = type;
        }

        Resource has(String property, Term value) {
            properties.computeIfAbsent(property, _ -> new ArrayList<>()).add(value);
            return this;
        }

        Resource is(String property, String iri) {
            return has(property, new Term.Address(iri));
        }

        /// Words that are the same in both languages, such as a name, are said in none.
        Resource says(String property, Words words) {
            return words.en().equals(words.fr())
                    ? has(property, Term.text(words.en()))
                    : has(property, new Term.Said(words.en(), "en")).has(property, new Term.Said(words.fr(), "fr"));
        }
    }

    String turtle() {
        StringBuilder out = new StringBuilder();
        PREFIXES.forEach((prefix, iri) ->
                out.append("@prefix ").append(prefix).append(": <").append(iri).append("> .\n"));
        for (Resource resource : resources) {
            out.append("\n<")
                    .append(resource.iri)
                    .append("> ")
                    .append(body(resource))
                    .append(" .\n");
        }
        return out.toString();
    }

    private static String body(Resource resource) {
        StringBuilder out = new StringBuilder("a ").append(resource.type);
        resource.properties.forEach((property, values) -> out.append(" ;\n    ")
                .append(property)
                .append(' ')
                .append(String.join(", ", values.stream().map(Triples::turtle).toList())));
        return out.toString();
    }

    private static String turtle(Term term) {
        return switch (term) {
            case Term.Address(String iri) -> "<" + iri + ">";
            case Term.Said(String text, String language) -> quoted(text) + "@" + language;
            case Term.Typed(String text, String type) -> quoted(text) + "^^" + type;
            case Term.Nameless(Resource resource) -> "[ " + body(resource) + " ]";
        };
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    Map<String, Object> jsonld() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", new LinkedHashMap<String, Object>(PREFIXES));
        document.put("@graph", resources.stream().map(Triples::tree).toList());
        return document;
    }

    private static Map<String, Object> tree(Resource resource) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!resource.iri.isEmpty()) {
            tree.put("@id", resource.iri);
        }
        tree.put("@type", resource.type);
        resource.properties.forEach((property, values) ->
                tree.put(property, values.stream().map(Triples::value).toList()));
        return tree;
    }

    private static Map<String, Object> value(Term term) {
        return switch (term) {
            case Term.Address(String iri) -> Map.of("@id", iri);
            case Term.Said(String text, String language) -> Map.of("@value", text, "@language", language);
            case Term.Typed(String text, String type) -> Map.of("@value", text, "@type", type);
            case Term.Nameless(Resource resource) -> tree(resource);
        };
    }
}
