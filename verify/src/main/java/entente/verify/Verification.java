package entente.verify;

import entente.record.Audit;
import entente.record.Checkpoint;
import entente.record.Fault;
import entente.record.LogPath;
import entente.record.Malformed;
import entente.record.Note;
import entente.record.Published;
import entente.record.Verdict;
import entente.terms.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Checks what a site publishes, from the key down to the last figure. Each step rests on those before it; after
/// one that fails, nothing later could show anything.
final class Verification {
    private final Site site;
    private final Optional<Keys> trusted;
    private final List<@Nullable LocalDate> days = new ArrayList<>();
    private final LongConsumer progress;
    private final Pages pages;
    private final List<Report.Step> steps = new ArrayList<>();

    private Verification(Site site, Optional<Keys> trusted, Set<LocalDate> dates, LongConsumer progress) {
        this.site = site;
        this.trusted = trusted;
        this.progress = progress;
        this.pages = new Pages(site);
        SortedSet<LocalDate> all = new TreeSet<>(dates);
        all.addAll(site.dates());
        days.add(null);
        days.addAll(all);
    }

    /// @param trusted the keys of the log, where the reader has them from elsewhere
    /// @param dates days of knowledge whose pages are checked besides the newest
    /// @param progress is told how many entries have been read
    static Report run(Site site, Optional<Keys> trusted, Set<LocalDate> dates, LongConsumer progress) {
        try {
            return new Verification(site, trusted, dates, progress).run();
        } catch (Trouble trouble) {
            return new Report(
                    List.of(new Report.Step(
                            new Words("Nothing could be checked", "Rien n’a pu être vérifié"),
                            List.of(trouble.words()),
                            List.of())),
                    bad());
        }
    }

    private Report run() {
        fetchPages();
        keys().ifPresent(keys -> checkpoint(keys).ifPresent(bytes -> log(keys, bytes)));
        return new Report(steps, steps.stream().allMatch(Report.Step::good) ? good() : bad());
    }

    private void fetchPages() {
        for (LocalDate day : days) {
            String list = Pages.list(day);
            attempt(list)
                    .ifPresent(bytes -> ListCheck.ids(list, bytes).forEach(id -> attempt(Pages.agreement(id, day))));
        }
    }

    /// Fetches now what is checked, and complained of, later.
    private Optional<byte[]> attempt(String name) {
        try {
            return pages.fetch(name);
        } catch (Trouble remembered) {
            return Optional.empty();
        }
    }

    private void step(Words says, List<Words> faults, List<Words> notes) {
        steps.add(new Report.Step(says, faults, notes));
    }

    private void failed(String what, String quoi, Words why) {
        step(new Words(what, quoi), List.of(why), List.of());
    }

    // Step 1: whose log.

    private Optional<Keys> keys() {
        if (trusted.isPresent()) {
            Keys keys = trusted.get();
            List<Words> notes = keys.both()
                    ? List.of()
                    : List.of(new Words(
                            "An Entente log signs with Ed25519 and with ML-DSA-44. You gave one of the two keys, so that"
                                    + " the other signature is not checked.",
                            "Un journal Entente signe en Ed25519 et en ML-DSA-44. Vous n’avez donné qu’une des deux"
                                    + " clés\u202F: l’autre signature n’est pas vérifiée."));
            step(
                    new Words("Keys, as you gave them: " + keys, "Clés, telles que données\u202F: " + keys),
                    List.of(),
                    notes);
            return trusted;
        }
        try {
            byte[] bytes = site.fetch("log/keys")
                    .orElseThrow(() -> new Trouble("log/keys: it is missing", "log/keys\u202F: absent"));
            Keys keys = Keys.parse(bytes);
            List<Words> faults = keys.both()
                    ? List.of()
                    : List.of(new Words(
                            "log/keys: an Entente log has an Ed25519 key and an ML-DSA-44 key, and one is missing",
                            "log/keys\u202F: un journal Entente a une clé Ed25519 et une clé ML-DSA-44\u202F; il en manque"
                                    + " une"));
            step(
                    new Words(
                            "Keys, as found at the site itself: " + keys,
                            "Clés, trouvées sur le site même\u202F: " + keys),
                    faults,
                    List.of(
                            new Words(
                                    "A key read from the same place as the log proves nothing about who runs it. Compare it with"
                                            + " one that reached you another way, and give that with --key.",
                                    "Une clé lue au même endroit que le journal ne prouve rien sur celui qui le tient."
                                            + " Comparez-la à celle reçue par une autre voie, et donnez celle-ci avec --key.")));
            return Optional.of(keys).filter(_ -> faults.isEmpty());
        } catch (Malformed wrong) {
            failed("Keys", "Clés", new Words("log/keys: " + wrong.reason(), "log/keys\u202F: " + wrong.reason()));
        } catch (Trouble trouble) {
            failed("Keys", "Clés", trouble.words());
        }
        return Optional.empty();
    }

    // Step 2: what is signed.

    private Optional<byte[]> checkpoint(Keys keys) {
        String what = "Checkpoint and its signatures";
        String quoi = "Point de contrôle et ses signatures";
        try {
            byte[] bytes = site.fetch("log/checkpoint")
                    .orElseThrow(() -> new Trouble("log/checkpoint: it is missing", "log/checkpoint\u202F: absent"));
            Note note = Note.parse(bytes);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            switch (note.unanimous(keys.keys())) {
                case Verdict.Rejected(String reason) ->
                    failed(what, quoi, new Words("log/checkpoint: " + reason, "log/checkpoint\u202F: " + reason));
                case Verdict.Verified(var signers) -> {
                    String signed = signers.stream()
                            .filter(signer -> signer.seconds() > 0)
                            .findFirst()
                            .map(signer ->
                                    Instant.ofEpochSecond(signer.seconds()).toString())
                            .orElse("-");
                    step(
                            new Words(
                                    "Checkpoint: " + signers.size() + " of "
                                            + keys.keys().size()
                                            + " signatures hold, over " + checkpoint.size() + " entries, root "
                                            + checkpoint.root().base64() + "; signed " + signed
                                            + " by the log's own clock",
                                    "Point de contrôle\u202F: " + signers.size() + " signatures sur "
                                            + keys.keys().size() + " sont bonnes, pour " + checkpoint.size()
                                            + " entrées, racine "
                                            + checkpoint.root().base64() + "\u202F; signé "
                                            + signed + " d’après l’horloge du journal"),
                            List.of(),
                            List.of());
                    return Optional.of(bytes);
                }
            }
        } catch (Malformed wrong) {
            failed(
                    what,
                    quoi,
                    new Words("log/checkpoint: " + wrong.reason(), "log/checkpoint\u202F: " + wrong.reason()));
        } catch (Trouble trouble) {
            failed(what, quoi, trouble.words());
        }
        return Optional.empty();
    }

    // Step 3: the log.

    private void log(Keys keys, byte[] checkpoint) {
        Contents contents = new Contents(progress);
        // The checkpoint that was just verified, and no other, is the one that the entries must answer to.
        Published published =
                path -> path instanceof LogPath.Newest ? Optional.of(checkpoint.clone()) : site.fetch("log/" + path);
        try {
            switch (new Audit(published, keys.origin(), keys.keys(), contents).run()) {
                case Audit.Finding.Faulty(var faults) ->
                    step(
                            new Words("Entries, tiles and root", "Entrées, tuiles et racine"),
                            faults.stream().map(Fault::words).toList(),
                            List.of());
                case Audit.Finding.Sound(Checkpoint sound, long payloads, long tiles) -> {
                    step(
                            new Words(
                                    "Log: " + sound.size() + " entries lead to the signed root, and so do the tiles ("
                                            + tiles + "); payloads that are what their entries commit to: "
                                            + payloads,
                                    "Journal\u202F: " + sound.size()
                                            + " entrées mènent à la racine signée, de même que les"
                                            + " tuiles (" + tiles + ")\u202F; contenus conformes à leur entrée\u202F: "
                                            + payloads),
                            List.of(),
                            absent(contents));
                    told(contents);
                    standings(contents, sound);
                }
            }
        } catch (Trouble trouble) {
            failed("Entries, tiles and root", "Entrées, tuiles et racine", trouble.words());
        }
    }

    private static List<Words> absent(Contents contents) {
        long absent = contents.absent();
        return absent == 0
                ? List.of()
                : List.of(new Words(
                        absent + " payloads were erased or are not public: what they say is not in what follows.",
                        absent
                                + " contenus ont été effacés ou ne sont pas publics\u202F: ce qu’ils disent n’entre pas dans"
                                + " la suite."));
    }

    // Step 4: what the entries say.

    private void told(Contents contents) {
        List<Words> notes = contents.others() == 0
                ? List.of()
                : List.of(new Words(
                        contents.others() + " payloads are neither agreements nor facts and were not read.",
                        contents.others() + " contenus ne sont ni des accords ni des faits et n’ont pas été lus."));
        step(
                new Words(
                        "Contents: " + contents.agreementsTold() + " agreements, " + contents.factsTold() + " facts, "
                                + contents.corrections() + " corrections and retractions",
                        "Contenu\u202F: " + contents.agreementsTold() + " accords, " + contents.factsTold() + " faits, "
                                + contents.corrections() + " corrections et retraits"),
                contents.faults(),
                notes);
    }

    // Step 5: what is published from them.

    private void standings(Contents contents, Checkpoint audited) {
        for (LocalDate day : days) {
            day(contents, audited, day);
        }
    }

    private void day(Contents contents, Checkpoint audited, @Nullable LocalDate asked) {
        List<Words> faults = new ArrayList<>();
        Set<String> unknown = new TreeSet<>();
        Set<Prefix> prefixes = new LinkedHashSet<>();
        SortedSet<LocalDate> known = new TreeSet<>();
        Prefix whole = contents.at(contents.size());
        int standings = 0;
        int totals = 0;
        int read = 0;
        int earlier = 0;
        List<String> ids = expected(whole, asked);
        ids.forEach(id -> attempt(Pages.agreement(id, asked)));
        for (AgreementCheck.Result result : ids.parallelStream()
                .map(id -> check(contents, audited, id, asked))
                .toList()) {
            read += result.known().isPresent() ? 1 : 0;
            standings += result.standings();
            totals += result.totals();
            faults.addAll(result.faults());
            unknown.addAll(result.unknown());
            result.known().ifPresent(known::add);
            result.prefix().ifPresent(prefixes::add);
            earlier += result.prefix().filter(one -> one.size() < whole.size()).isPresent() ? 1 : 0;
        }
        prefixes.add(whole);
        faults.addAll(list(asked, prefixes, known));
        String span = asked != null ? asked.toString() : spanned(known);
        step(
                new Words(
                        "Published as known on " + span + ": " + read + " agreements, " + standings + " standings and "
                                + totals + " sums of money derived again from the log",
                        "Publié tel que connu au " + span + "\u202F: " + read + " accords, " + standings + " états et "
                                + totals + " montants recalculés depuis le journal"),
                faults,
                notes(unknown, earlier));
    }

    /// Of a page that has been fetched.
    private AgreementCheck.Result check(Contents contents, Checkpoint audited, String id, @Nullable LocalDate asked) {
        String name = Pages.agreement(id, asked);
        try {
            return pages.fetch(name)
                    .map(bytes -> AgreementCheck.of(contents, audited, id, asked, name, bytes))
                    .orElseGet(() ->
                            AgreementCheck.Result.unread(new Words(name + ": it is missing", name + "\u202F: absent")));
        } catch (Trouble trouble) {
            return AgreementCheck.Result.unread(trouble.words());
        }
    }

    private static String spanned(SortedSet<LocalDate> known) {
        return switch (known.size()) {
            case 0 -> "?";
            case 1 -> known.getFirst().toString();
            default -> known.getFirst() + "/" + known.getLast();
        };
    }

    /// The agreements that must have a page.
    private static List<String> expected(Prefix prefix, @Nullable LocalDate asked) {
        return prefix.agreements().values().stream()
                .filter(agreement -> asked == null || !asked.isBefore(agreement.begins()))
                .map(entente.agreement.Agreement::id)
                .toList();
    }

    private static List<Words> notes(Set<String> unknown, int earlier) {
        List<Words> notes = new ArrayList<>();
        if (!unknown.isEmpty()) {
            notes.add(new Words(
                    "Not checked, because this program does not know these keys: " + String.join(", ", unknown),
                    "Non vérifié, ce programme ne connaissant pas ces clés\u202F: " + String.join(", ", unknown)));
        }
        if (earlier > 0) {
            notes.add(new Words(
                    earlier + " pages rest on an earlier state of the log, and were held against that.",
                    earlier + " pages reposent sur un état antérieur du journal, et ont été comparées à celui-ci."));
        }
        return notes;
    }

    /// The list names neither its day nor its checkpoint: it must be right for some state that a page beside it
    /// names.
    private List<Words> list(@Nullable LocalDate asked, Set<Prefix> prefixes, SortedSet<LocalDate> known) {
        String name = Pages.list(asked);
        Optional<byte[]> bytes;
        try {
            bytes = pages.fetch(name);
        } catch (Trouble trouble) {
            return List.of(trouble.words());
        }
        if (bytes.isEmpty()) {
            return List.of(new Words(name + ": it is missing", name + "\u202F: absent"));
        }
        List<LocalDate> candidates = asked != null ? List.of(asked) : List.copyOf(known);
        List<Words> fewest = List.of(new Words(
                name + ": no page says of which day it is", name + "\u202F: aucune page ne dit de quel jour elle est"));
        boolean first = true;
        for (LocalDate day : candidates) {
            for (Prefix prefix : prefixes) {
                List<Words> faults = ListCheck.faults(name, bytes.get(), prefix, day);
                fewest = first || faults.size() < fewest.size() ? faults : fewest;
                first = false;
            }
        }
        return fewest;
    }

    // What it shows.

    private Words good() {
        boolean given = trusted.isPresent();
        return new Words(
                "Shown: the log is whole and is what its keys signed, and every standing and sum checked above follows"
                        + " from it by the published rules. Not shown: that what the sources say is true, that nothing was"
                        + " left out of the record, that everybody is shown this same log"
                        + (given ? "." : ", nor whose keys these are."),
                "Établi\u202F: le journal est entier et conforme à ce que ses clés ont signé, et chaque état et montant vérifié"
                        + " ci-dessus en découle par les règles publiées. Non établi\u202F: que les sources disent vrai, que"
                        + " rien n’a été omis, que tous voient ce même journal"
                        + (given ? "." : ", ni à qui sont ces clés."));
    }

    private static Words bad() {
        return new Words(
                "NOT GOOD: what is marked with a cross does not hold, and what would rest on it was not checked. Do not"
                        + " rely on these pages. Where the fault came from is not shown: the node, the way here, or this copy.",
                "NON CONFORME\u202F: ce qui porte une croix ne tient pas, et ce qui en dépendrait n’a pas été vérifié. Ne vous"
                        + " fiez pas à ces pages. L’origine du défaut n’est pas établie\u202F: le nœud, le trajet ou cette"
                        + " copie.");
    }
}
