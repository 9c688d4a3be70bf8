package entente.node.web;

import entente.files.Json;
import entente.node.export.Provenance;
import entente.terms.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The machine side of the site in the form of OpenAPI 3.1: every page, at every form that it has, in both languages.
/// It is made from the subjects whose addresses the site writes and reads, so that it cannot say another thing.
record Description(Scene scene) {
    static final String PATH = "/openapi.json";

    /// Numbers that stand for a number in a path that is written.
    private static final int NUMBER = 987;

    private static final long INDEX = 987_654_321_012L;

    /// A kind of page, by one of it whose parts are the names of parts.
    private record Kind(Subject subject, String name, String en) {}

    private static final String AGREEMENT = "agreement-id";

    private static final List<Kind> KINDS = List.of(
            new Kind(new Subject.Agreements(), "agreements", "The list of agreements"),
            new Kind(new Subject.OneAgreement(AGREEMENT), "agreement", "An agreement and how it stands"),
            new Kind(new Subject.OneClause(AGREEMENT, NUMBER), "clause", "A clause, its commitments and facts"),
            new Kind(new Subject.OneEntry(AGREEMENT, INDEX), "entry", "An entry of the log"),
            new Kind(new Subject.Money(null), "money", "The money by stage, of all agreements"),
            new Kind(new Subject.Money(AGREEMENT), "agreementMoney", "The money by stage, of one agreement"),
            new Kind(new Subject.Figures(null), "figures", "What has been counted or paid, all published figures"),
            new Kind(new Subject.Figures(AGREEMENT), "agreementFigures", "All published figures of one agreement"),
            new Kind(new Subject.OneFigure(null, "figure-name"), "figure", "The receipt of a figure"),
            new Kind(
                    new Subject.OneFigure(AGREEMENT, "figure-name"),
                    "agreementFigure",
                    "The receipt of a figure of one agreement"),
            new Kind(new Subject.Promises(null), "promises", "Like promises together"),
            new Kind(new Subject.Promises("theme-name"), "theme", "The like promises of one theme"),
            new Kind(new Subject.Timeline(null), "timeline", "What happened when"),
            new Kind(new Subject.Timeline(AGREEMENT), "agreementTimeline", "What happened when, for one agreement"),
            new Kind(new Subject.Timeline(AGREEMENT, NUMBER), "clauseTimeline", "What happened when, for one clause"),
            new Kind(new Subject.Chart(null), "map", "Where it happened"),
            new Kind(new Subject.Chart("part-name"), "mapPart", "Where it happened, one part of the map"),
            new Kind(new Subject.Find(), "find", "Find by number, amount, name or hash"),
            new Kind(new Subject.Data(null), "data", "All tables: what they hold"),
            new Kind(new Subject.Data("table-key"), "table", "One table of the record"),
            new Kind(new Subject.Accessibility(), "accessibility", "The statement on accessibility"),
            new Kind(new Subject.Verify(), "verify", "How to check the record"),
            new Kind(new Subject.Lanes(), "lanes", "The lanes that are watched"),
            new Kind(new Subject.OneLane("lane-name", false), "lane", "What a lane shows"),
            new Kind(new Subject.Glossary(), "standings", "What the standings mean"));

    /// One subject of each kind of page that is described.
    static Stream<Subject> subjects() {
        return KINDS.stream().map(Kind::subject);
    }

    String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Entente",
                        "version", "1",
                        "summary", "The record of agreements between two governments, for machines.",
                        "description",
                                "Every page of the record in the forms that it has. The shapes of JSON stand in"
                                        + " docs/spec/pages.md. GET and HEAD only; no key, no sign-in.",
                        "license", Map.of("name", "CC BY 4.0", "url", Provenance.LICENCE_ADDRESS)));
        document.put("servers", List.of(Map.of("url", scene.origin())));
        document.put("paths", paths());
        document.put("components", components());
        return Json.write(document) + "\n";
    }

    private static Map<String, Object> paths() {
        Map<String, Object> paths = new TreeMap<>();
        for (Kind kind : KINDS) {
            for (Language language : Language.values()) {
                for (Format form : kind.subject.forms()) {
                    String path = path(kind.subject, language);
                    paths.put(path + form.extension(), operation(kind, language, form, false));
                    if (kind.subject.dated()) {
                        paths.put(path + "@{when}" + form.extension(), operation(kind, language, form, true));
                    }
                }
            }
        }
        paths.put("/r/{index}.tlog-proof", file("receipt", "The receipt of an entry", "text/plain", List.of("index")));
        paths.put("/log/checkpoint", file("checkpoint", "The newest checkpoint of the log", "text/plain", List.of()));
        paths.put("/log/keys", file("keys", "The public keys of the log, one a line", "text/plain", List.of()));
        paths.put(PATH, file("openapi", "This description", "application/json", List.of()));
        return paths;
    }

    private static String path(Subject subject, Language language) {
        return subject.path(language)
                .replace("" + INDEX, "{index}")
                .replace("" + NUMBER, "{number}")
                .replace(AGREEMENT, "{agreement}")
                .replace("figure-name", "{figure}")
                .replace("theme-name", "{theme}")
                .replace("part-name", "{part}")
                .replace("lane-name", "{lane}")
                .replace("table-key", "{table}");
    }

    private static Map<String, Object> operation(Kind kind, Language language, Format form, boolean dated) {
        String path = path(kind.subject, language);
        List<String> parts = new ArrayList<>();
        for (String part : List.of("agreement", "number", "index", "figure", "theme", "part", "table", "lane")) {
            if (path.contains("{" + part + "}")) {
                parts.add(part);
            }
        }
        if (dated) {
            parts.add("when");
        }
        if (kind.subject instanceof Subject.Find) {
            parts.add("q");
        }
        String name = kind.name + "_" + form.extension().substring(1) + "_" + language.code() + (dated ? "_when" : "");
        return operation(name, kind.en, form.media().split(";", 2)[0], parts, language.code());
    }

    private static Map<String, Object> file(String name, String summary, String media, List<String> parts) {
        return operation(name, summary, media, parts, "");
    }

    private static Map<String, Object> operation(
            String name, String summary, String media, List<String> parts, String language) {
        Map<String, Object> get = new LinkedHashMap<>();
        get.put("operationId", name);
        get.put("summary", language.isEmpty() ? summary : summary + " (" + language + ")");
        if (!parts.isEmpty()) {
            get.put(
                    "parameters",
                    parts.stream()
                            .map(part -> Map.of("$ref", "#/components/parameters/" + part))
                            .toList());
        }
        Map<String, Object> replies = new LinkedHashMap<>();
        replies.put(
                "200",
                Map.of("description", "As asked for", "content", Map.of(media, Map.of("schema", schema(media)))));
        if (!parts.isEmpty()) {
            replies.put("404", Map.of("$ref", "#/components/responses/nothing"));
        }
        get.put("responses", replies);
        return Map.of("get", get);
    }

    private static Map<String, Object> schema(String media) {
        return media.endsWith("json") ? Map.of("type", List.of("object", "array")) : Map.of("type", "string");
    }

    private static Map<String, Object> components() {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("agreement", text("agreement", "Id of an agreement", "^[a-z0-9][a-z0-9-]*$"));
        parameters.put("figure", text("figure", "Name of a figure", "^[a-z0-9][a-z0-9-]*$"));
        parameters.put("theme", text("theme", "Name of a theme", "^[a-z0-9][a-z0-9-]*$"));
        parameters.put("part", text("part", "Name of a part of the map", "^[a-z0-9][a-z0-9-]*$"));
        parameters.put("lane", text("lane", "Name of a lane", "^[a-z0-9][a-z0-9-]*$"));
        parameters.put("table", text("table", "Key of a table, see /data.json", "^[a-z][a-z0-9_]*$"));
        parameters.put("number", number("number", "Number of a clause, from 1", 1));
        parameters.put("index", number("index", "Index of an entry, from 0", 0));
        parameters.put(
                "when",
                text(
                        "when",
                        "As of when: a day, a checkpoint, or both with a comma between them",
                        "^(\\d{4}-\\d{2}-\\d{2}(,c[1-9]\\d*)?|c[1-9]\\d*)$"));
        parameters.put(
                "q",
                Map.of(
                        "name", "q",
                        "in", "query",
                        "description", "A number, an amount, a name, an entry or a hash",
                        "schema", Map.of("type", "string")));
        Map<String, Object> problem = Map.of(
                "type",
                "object",
                "required",
                List.of("type", "title", "status", "detail"),
                "properties",
                Map.of(
                        "type", Map.of("type", "string"),
                        "title", Map.of("type", "string"),
                        "status", Map.of("type", "integer"),
                        "detail", Map.of("type", "string")));
        return Map.of(
                "parameters",
                parameters,
                "schemas",
                Map.of("problem", problem),
                "responses",
                Map.of(
                        "nothing",
                        Map.of(
                                "description",
                                "There is nothing of the kind, or nothing can be known of that time",
                                "content",
                                Map.of(
                                        "application/problem+json",
                                        Map.of("schema", Map.of("$ref", "#/components/schemas/problem"))))));
    }

    private static Map<String, Object> text(String name, String meaning, String pattern) {
        return parameter(name, meaning, Map.of("type", "string", "pattern", pattern));
    }

    private static Map<String, Object> number(String name, String meaning, int least) {
        return parameter(name, meaning, Map.of("type", "integer", "minimum", least));
    }

    private static Map<String, Object> parameter(String name, String meaning, Map<String, Object> schema) {
        return Map.of("name", name, "in", "path", "required", true, "description", meaning, "schema", schema);
    }
}
