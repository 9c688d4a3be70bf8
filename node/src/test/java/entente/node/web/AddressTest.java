package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.node.Given;
import entente.terms.Language;
import entente.testkit.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that was ever an address breaks: this list only grows.
class AddressTest {
    private static final LocalDate DAY = LocalDate.of(2016, 3, 31);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/agreements",
                "/accords",
                "/agreements@2016-03-31",
                "/agreements.json",
                "/agreements@2016-03-31.json",
                "/calais-2014",
                "/calais-2014.json",
                "/calais-2014/agreement",
                "/calais-2014/accord",
                "/calais-2014/agreement@2016-03-31",
                "/calais-2014/accord@2016-03-31.json",
                "/calais-2014/agreement/4",
                "/calais-2014/accord/4@2016-03-31",
                "/calais-2014/agreement/4.json",
                "/calais-2014/log/17",
                "/calais-2014/registre/17",
                "/calais-2014/log/17.json",
                "/r/17",
                "/r/17.json",
                "/r/17.tlog-proof",
                "/verify",
                "/verifier",
                "/verify.json",
                "/standings",
                "/etats",
                "/calais-2014/agreement@c244",
                "/calais-2014/agreement@2016-03-31,c244",
                "/calais-2014/agreement@2016-03-31..2017-03-31",
                "/calais-2014/agreement@2016-03-31..c244",
                "/calais-2014/accord/4@c10..c20.json",
                "/agreements@2014-09-20..2026-01-01",
                "/agreements@c244.csv",
                "/money",
                "/argent@2020-01-01",
                "/calais-2014/money.xlsx",
                "/calais-2014/argent",
                "/figures",
                "/chiffres.csv",
                "/figures/paid-gbp",
                "/calais-2014/figures",
                "/calais-2014/chiffres/paid-gbp-uk-2015-16@c244",
                "/promises",
                "/promesses/joint-centre",
                "/timeline",
                "/calais-2014/chronologie.svg",
                "/map",
                "/carte/calais.svg",
                "/find",
                "/chercher",
                "/data",
                "/donnees",
                "/accessibility",
                "/accessibilite",
                "/calais-2014/agreement/4.embed",
                "/calais-2014/agreement.pdf",
                "/calais-2014/agreement.atom",
                "/calais-2014/agreement@2016-03-31.css",
                "/lanes",
                "/voies",
                "/lane/demonstration",
                "/voie/demonstration.json",
                "/lane/demonstration/now",
                "/voie/demonstration/maintenant",
                "/log/checkpoint",
                "/log/tile/0/000.p/12",
                "/log/keys"
            })
    void is_an_address(String path) {
        assertThat(Address.of(path)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "agreements",
                "/Calais-2014",
                "/calais-2014/",
                "/calais-2014/agreement/0",
                "/calais-2014/agreement/04",
                "/calais-2014/agreement/1000",
                "/calais-2014/agreement/-1",
                "/calais-2014/agreement@2016-02-30",
                "/calais-2014/agreement@16-3-31",
                "/calais-2014/agreement@",
                "/calais-2014/agreement@2016-03-31@2017-03-31",
                "/calais-2014/agreement/4/5",
                "/r/",
                "/r/x",
                "/r/1234567890123",
                "/verify@2016-03-31",
                "/calais-2014/agreement@c0",
                "/calais-2014/agreement@c01",
                "/calais-2014/agreement@,c5",
                "/calais-2014/agreement@2016-03-31,",
                "/calais-2014/agreement@2016-03-31c5",
                "/calais-2014/agreement@2016-03-31..",
                "/calais-2014/agreement@..2016-03-31",
                "/calais-2014/agreement@2016-03-31..2017-03-31..2018-03-31",
                "/money@2016-03-31..2017-03-31",
                "/find@2016-03-31",
                "/figures/Paid",
                "/calais-2014/promises",
                "/map/a/b",
                "/lane/Three",
                "/lane/three/maintenant",
                "/lane/three/now.events",
                "/lanes.events",
                "/lane/three@2016-03-31",
                "/../etc/passwd",
                "/calais-2014/agreement.xml"
            })
    void is_none(String path) {
        assertThat(Address.of(path)).isEmpty();
    }

    /// One of each subject, in each of its shapes.
    private static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>(List.of(
                new Subject.Agreements(),
                new Subject.Money(null),
                new Subject.Figures(null),
                new Subject.OneFigure(null, "paid-gbp"),
                new Subject.Promises(null),
                new Subject.Promises("fencing"),
                new Subject.Timeline(null),
                new Subject.Chart(null),
                new Subject.Chart("calais"),
                new Subject.Find(),
                new Subject.Data(null),
                new Subject.Accessibility(),
                new Subject.Verify(),
                new Subject.Lanes(),
                new Subject.OneLane("three", false),
                new Subject.OneLane("three", true),
                new Subject.Glossary()));
        for (Agreement agreement : Given.register().agreements()) {
            String id = agreement.id();
            subjects.addAll(List.of(
                    new Subject.OneAgreement(id),
                    new Subject.Money(id),
                    new Subject.Figures(id),
                    new Subject.OneFigure(id, "kept"),
                    new Subject.Timeline(id),
                    new Subject.OneEntry(id, 17)));
            agreement.clauses().forEach(clause -> subjects.add(new Subject.OneClause(id, agreement.number(clause))));
        }
        return subjects;
    }

    @Test
    void what_links_write_addresses_read() {
        When day = When.on(DAY);
        for (Language language : Language.values()) {
            for (When when : List.of(When.NOW, day, new When(null, 244L), day.fixed(244))) {
                Links links = new Links(language, when);
                for (Subject subject : subjects()) {
                    When at = subject.dated() ? when : When.NOW;
                    for (Format format : Format.values()) {
                        assertThat(Address.of(links.to(subject, format)))
                                .contains(new Address.Page(subject, language, null, at, format));
                    }
                    if (subject.compared() && !when.now()) {
                        assertThat(Address.of(links.since(day, subject, Format.JSON)))
                                .contains(new Address.Page(subject, language, day, when, Format.JSON));
                    }
                }
                assertThat(Address.of(links.receipt(17))).contains(new Address.EntryReceipt(17));
            }
        }
    }

    @Test
    void rubbish_is_no_address_and_no_accident() {
        String alphabet = "/@.%abc0129-\u00e9\u0000 \\?#[]{}\"'<>";
        Trials.check(5_000, random -> {
            StringBuilder path = new StringBuilder(random.nextBoolean() ? "/calais-2014/agreement" : "/");
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                path.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(Address.of(path.toString())).isNotNull();
        });
    }
}
