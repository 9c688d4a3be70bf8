package entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import entente.agreement.Agreement;
import entente.node.Given;
import entente.terms.Language;
import entente.testkit.Trials;
import java.time.LocalDate;
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
                "/../etc/passwd",
                "/calais-2014/agreement.xml"
            })
    void is_none(String path) {
        assertThat(Address.of(path)).isEmpty();
    }

    @Test
    void what_links_write_addresses_read() {
        for (Language language : Language.values()) {
            for (Links links : List.of(new Links(language, null), new Links(language, DAY))) {
                LocalDate known = links.known();
                assertThat(Address.of(links.agreements()))
                        .contains(new Address.Agreements(language, known, Format.HTML));
                for (Agreement agreement : Given.register().agreements()) {
                    assertThat(Address.of(links.agreement(agreement.id())))
                            .contains(new Address.OneAgreement(agreement.id(), language, known, Format.HTML));
                    agreement
                            .clauses()
                            .forEach(clause -> assertThat(Address.of(links.clause(agreement, clause)))
                                    .contains(new Address.OneClause(
                                            agreement.id(), agreement.number(clause), language, known, Format.HTML)));
                    assertThat(Address.of(links.entry(agreement.id(), 17)))
                            .contains(new Address.OneEntry(agreement.id(), 17, language, Format.HTML));
                }
                assertThat(Address.of(links.receipt(17))).contains(new Address.EntryReceipt(17));
                assertThat(Address.of(links.verify())).contains(new Address.Verify(language, Format.HTML));
                assertThat(Address.of(links.glossary())).contains(new Address.Glossary(language));
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
