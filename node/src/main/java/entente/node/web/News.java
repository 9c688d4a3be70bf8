package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.ClauseId;
import entente.agreement.Fact;
import entente.agreement.Told;
import entente.node.Filed;
import entente.node.export.Atom.Feed;
import entente.node.export.Atom.Item;
import entente.terms.Digest;
import entente.terms.Language;
import entente.terms.Words;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the record took in last, as a feed: everything, or what touches one agreement or one clause.
///
/// The names of feeds and items are made from the name of the log and a place in it, so that they are the same
/// whatever host serves them.
record News(Scene scene) {
    /// How many entries a feed holds.
    private static final int MOST = 40;

    private Feed feed(Subject subject, @Nullable String agreement, @Nullable ClauseId clause) {
        Citation citation = new Citation(scene, subject);
        Words name = citation.name();
        Touched touched = new Touched(scene.register());
        Stream<Filed> filed = scene.snapshot().filed().reversed().stream()
                .filter(one -> agreement == null || touched.by(one, agreement, clause));
        return new Feed(
                id("feed " + subject.path(Language.ENGLISH)),
                new Words("New on record: " + name.en(), "Nouveau au registre\u00A0: " + name.fr()),
                address(subject, Format.ATOM),
                address(subject, Format.HTML),
                scene.snapshot().signed(),
                filed.limit(MOST).map(this::item).toList());
    }

    private Words address(Subject subject, Format form) {
        return new Words(
                scene.origin() + scene.links().in(Language.ENGLISH).to(subject, form),
                scene.origin() + scene.links().in(Language.FRENCH).to(subject, form));
    }

    private Item item(Filed filed) {
        return new Item(
                id("entry " + filed.index()),
                title(filed),
                filed.recorded(),
                address(new Subject.OneEntry(home(filed), filed.index()), Format.HTML),
                summary(filed));
    }

    /// The agreement under which an entry is shown.
    private String home(Filed filed) {
        return switch (filed) {
            case Filed.Text(long _, var _, Agreement agreement) -> agreement.id();
            case Filed.Telling(long _, var _, Told told) ->
                new Touched(scene.register())
                        .fact(told)
                        .map(fact -> fact.bearsOn().getFirst().clause().agreement())
                        .orElseGet(
                                () -> scene.register().agreements().getFirst().id());
        };
    }

    /// An entry in a few words.
    static Words title(Filed filed) {
        return switch (filed) {
            case Filed.Text(long _, var _, Agreement agreement) ->
                new Words(
                        "Agreement: " + agreement.title().en(),
                        "Accord\u00A0: " + agreement.title().fr());
            case Filed.Telling(long _, var _, Told told) ->
                switch (told) {
                    case Told.Asserted(Fact fact) -> new Words("Fact: " + fact.id(), "Fait\u00A0: " + fact.id());
                    case Told.Corrected(String of, Fact fact, var _) ->
                        new Words(
                                "Correction of " + of + " by " + fact.id(),
                                "Correction de " + of + " par " + fact.id());
                    case Told.Retracted(String of, var _, var _, var _) ->
                        new Words("Retraction of " + of, "Retrait de " + of);
                };
        };
    }

    /// What an entry says.
    static Words summary(Filed filed) {
        return switch (filed) {
            case Filed.Text(long _, var _, Agreement agreement) -> agreement.title();
            case Filed.Telling(long _, var _, Told told) ->
                switch (told) {
                    case Told.Asserted(Fact fact) -> fact.says();
                    case Told.Corrected(var _, Fact fact, var reason) ->
                        new Words(
                                fact.says().en() + " (" + reason.en() + ")",
                                fact.says().fr() + " (" + reason.fr() + ")");
                    case Told.Retracted(var _, var reason, var _, var _) -> reason;
                };
        };
    }

    /// A name that says nothing of a host: a UUID of version 8 from a hash.
    private String id(String what) {
        Digest digest = Digest.sha256((scene.snapshot().origin() + " " + what).getBytes(StandardCharsets.UTF_8));
        ByteBuffer bytes = ByteBuffer.wrap(digest.bytes());
        long high = bytes.getLong() & ~0xF000L | 0x8000L;
        long low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return "urn:uuid:" + new UUID(high, low);
    }

    /// The feed of a page, where it has one: also where nothing that touches it has been told yet.
    Optional<Feed> of(Subject subject) {
        return switch (subject) {
            case Subject.Agreements _ -> Optional.of(feed(subject, null, null));
            case Subject.OneAgreement(String id) -> Optional.of(feed(subject, id, null));
            case Subject.OneClause(String id, int number) ->
                scene.register()
                        .agreement(id)
                        .map(agreement -> feed(
                                subject, id, agreement.clauses().get(number - 1).id()));
            case Subject.OneEntry _,
                    Subject.Money _,
                    Subject.Figures _,
                    Subject.OneFigure _,
                    Subject.Promises _,
                    Subject.Timeline _,
                    Subject.Chart _,
                    Subject.Find _,
                    Subject.Data _,
                    Subject.Accessibility _,
                    Subject.Verify _,
                    Subject.Glossary _,
                    Subject.Lanes _,
                    Subject.OneLane _ -> Optional.empty();
        };
    }
}
