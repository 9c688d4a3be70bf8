package entente.node.web;

import entente.agreement.Agreement;
import entente.files.Json;
import entente.node.export.Provenance;
import entente.node.export.Table;
import entente.node.web.Triples.Resource;
import entente.node.web.Triples.Term;
import entente.terms.Language;
import entente.terms.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The record as other catalogues list it: DCAT-AP 3, the profile of the European data portals. One dataset for each
/// table, each with its files in both languages; one service, the machine side of the site.
///
/// The values of controlled vocabularies are those of the Publications Office of the European Union.
record Catalogue(Scene scene, List<Table> tables) {
    private static final String OFFICE = "http://publications.europa.eu/resource/authority/";

    /// The place of a country, the kind of a language and of a file, in those vocabularies.
    private static final List<String> PLACES = List.of("country/GBR", "country/FRA");

    private static final List<Format> FILES = List.of(Format.CSV, Format.XLSX, Format.JSON);

    String turtle() {
        return new Triples(resources()).turtle();
    }

    String jsonld() {
        return Json.write(new Triples(resources()).jsonld()) + "\n";
    }

    private List<Resource> resources() {
        List<Resource> all = new ArrayList<>();
        all.add(catalogue());
        all.add(publisher());
        for (Table table : tables) {
            all.add(dataset(table));
            for (Language language : Language.values()) {
                for (Format form : FILES) {
                    all.add(distribution(table, language, form));
                }
            }
        }
        all.add(service());
        return all;
    }

    private String at(String path) {
        return scene.origin() + path;
    }

    private String page(Language language, Subject subject, Format form) {
        return at(new Links(language, When.NOW).to(subject, form));
    }

    private Resource catalogue() {
        Resource catalogue = new Resource(at("/data#catalogue"), "dcat:Catalog")
                .says("dct:title", new Words("Entente: the data", "Entente\u00A0: les données"))
                .says(
                        "dct:description",
                        new Words(
                                "The record of agreements between two governments: what they promised, what was done,"
                                        + " and the proof.",
                                "Le registre d’accords entre deux gouvernements\u00A0: ce qu’ils ont promis, ce qui a été"
                                        + " fait, et la preuve."))
                .is("dct:publisher", at("/data#publisher"))
                .is("foaf:homepage", page(Language.ENGLISH, new Subject.Data(null), Format.HTML))
                .is("dct:license", Provenance.LICENCE_ADDRESS)
                .has("dct:modified", Term.moment(scene.snapshot().signed()))
                .is("dcat:service", at("/openapi.json#service"));
        common(catalogue);
        tables.forEach(table -> catalogue.is("dcat:dataset", name(table)));
        return catalogue;
    }

    /// Whom the data is from: the log, by its name. No person answers for it.
    private Resource publisher() {
        return new Resource(at("/data#publisher"), "foaf:Agent")
                .says("foaf:name", Words.same("Entente (" + scene.snapshot().origin() + ")"));
    }

    private void common(Resource resource) {
        resource.is("dct:language", OFFICE + "language/ENG").is("dct:language", OFFICE + "language/FRA");
        PLACES.forEach(place -> resource.is("dct:spatial", OFFICE + place));
    }

    private String name(Table table) {
        return at("/data/" + table.key() + "#dataset");
    }

    private Resource dataset(Table table) {
        Resource dataset = new Resource(name(table), "dcat:Dataset")
                .says(
                        "dct:title",
                        new Words(
                                "Entente: " + table.title().en(),
                                "Entente\u00A0: " + table.title().fr()))
                .says("dct:description", description(table))
                .is("dct:publisher", at("/data#publisher"))
                .has("dct:identifier", Term.text(name(table)))
                .has("dct:modified", Term.moment(scene.snapshot().signed()))
                .has("dct:temporal", Term.period(first(), scene.day()))
                .is("dcat:theme", OFFICE + "data-theme/GOVE")
                .is("dcat:theme", OFFICE + "data-theme/INTR")
                .is("dcat:landingPage", page(Language.ENGLISH, new Subject.Data(table.key()), Format.HTML))
                .is("dct:accrualPeriodicity", OFFICE + "frequency/IRREG");
        for (String keyword : List.of("Calais", "Sandhurst")) {
            dataset.has("dcat:keyword", Term.text(keyword));
        }
        dataset.says("dcat:keyword", new Words("bilateral agreement", "accord bilatéral"));
        common(dataset);
        for (Language language : Language.values()) {
            FILES.forEach(form -> dataset.is("dcat:distribution", file(table, language, form)));
        }
        return dataset;
    }

    private static Words description(Table table) {
        StringBuilder en = new StringBuilder("Columns: ");
        StringBuilder fr = new StringBuilder("Colonnes\u00A0: ");
        String between = "";
        for (Table.Column column : table.columns()) {
            en.append(between).append(column.title().en());
            fr.append(between).append(column.title().fr());
            between = ", ";
        }
        return new Words(en + ".", fr + ".");
    }

    private LocalDate first() {
        return scene.register().agreements().stream()
                .map(Agreement::begins)
                .findFirst()
                .orElse(scene.day());
    }

    private String file(Table table, Language language, Format form) {
        return page(language, new Subject.Data(table.key()), form) + "#file";
    }

    private Resource distribution(Table table, Language language, Format form) {
        String address = page(language, new Subject.Data(table.key()), form);
        return new Resource(file(table, language, form), "dcat:Distribution")
                .says(
                        "dct:title",
                        new Words(
                                table.title().en() + ", " + form.name() + ", "
                                        + (language == Language.ENGLISH ? "English" : "French"),
                                table.title().fr() + ", " + form.name() + ", "
                                        + (language == Language.ENGLISH ? "anglais" : "français")))
                .says("dct:description", description(table))
                .is("dcat:accessURL", page(language, new Subject.Data(table.key()), Format.HTML))
                .is("dcat:downloadURL", address)
                .is("dct:license", Provenance.LICENCE_ADDRESS)
                .is("dct:language", OFFICE + (language == Language.ENGLISH ? "language/ENG" : "language/FRA"))
                .is("dct:format", OFFICE + "file-type/" + form.name())
                .is(
                        "dcat:mediaType",
                        "https://www.iana.org/assignments/media-types/"
                                + form.media().split(";", 2)[0])
                .is("dcatap:availability", OFFICE + "planned-availability/AVAILABLE");
    }

    private Resource service() {
        Resource service = new Resource(at("/openapi.json#service"), "dcat:DataService")
                .says("dct:title", new Words("Entente for machines", "Entente pour les machines"))
                .is("dcat:endpointURL", at("/"))
                .is("dcat:endpointDescription", at("/openapi.json"))
                .is("dct:publisher", at("/data#publisher"))
                .is("dct:license", Provenance.LICENCE_ADDRESS);
        tables.forEach(table -> service.is("dcat:servesDataset", name(table)));
        return service;
    }
}
