package entente.bench;

import entente.agreement.Body;
import entente.agreement.Commitment;
import entente.agreement.Fact;
import entente.agreement.Fact.Grade;
import entente.agreement.Fact.Kind;
import entente.agreement.Fact.Tag;
import entente.agreement.Source;
import entente.agreement.Standing;
import entente.agreement.Told;
import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What is told of the invented agreements, each thing from its place in the telling alone.
///
/// Of every two hundred things told, fixed places hold four corrections, a retraction, two facts that disagree with the
/// one before, and two judgements; one of a thousand is a waiver.
record Tellings(long seed, long size, Texts texts) {
    private static final int BLOCK = 200;
    private static final int RETRACTS = 199;
    private static final Set<Integer> DISAGREES = Set.of(60, 160);
    private static final Set<Integer> JUDGES = Set.of(100, 101);
    private static final int WAIVES = 120;

    /// Where in its block a correction stands, and how many blocks earlier the place before its own that it corrects.
    private static final Map<Integer, Integer> CORRECTS = Map.of(40, 1, 90, 3, 140, 0, 190, 2);

    private static final List<Words> WHO = List.of(
            new Words("Home Office", "Home Office"),
            new Words("French interior ministry", "ministère de l’Intérieur"),
            new Words("Border Force", "Border Force"),
            new Words("border police", "police aux frontières"),
            new Words("an association", "une association"),
            new Words("the prefecture", "la préfecture"));
    private static final List<Standing> JUDGED = List.of(
            Standing.KEPT, Standing.KEPT, Standing.ON_COURSE, Standing.LATE, Standing.KEPT_LATE, Standing.BROKEN);
    private static final List<Set<Party>> BY =
            List.of(Set.of(), Set.of(Party.UNITED_KINGDOM), Set.of(Party.FRANCE), Set.of(Party.values()));
    private static final List<String> PUBLISHERS = List.of("Invented", "Inventé");

    private static String id(long place) {
        return "t%010d".formatted(place);
    }

    private static int within(long place) {
        return (int) (place % BLOCK);
    }

    /// What stands at a place, counted from 0.
    Told told(long place) {
        long block = place / BLOCK;
        Integer back = CORRECTS.get(within(place));
        if (back != null && block >= back) {
            // Every eighth block corrects a correction once more.
            long of = within(place) == 190 && block % 8 == 0 && block >= 8
                    ? (block - 8) * BLOCK + 140
                    : place - (long) back * BLOCK - 1;
            return corrected(place, of);
        }
        if (within(place) == RETRACTS && block >= 4) {
            // Every tenth block withdraws a correction, so that what it corrected stands again; every sixteenth a fact
            // that was corrected.
            int at = block % 10 == 0 ? 90 : block % 16 == 1 ? 39 : 17;
            return retracted(place, (block - (at == 39 ? 3 : 4)) * BLOCK + at);
        }
        return new Told.Asserted(fact(place));
    }

    private Told corrected(long place, long of) {
        Chance chance = Chance.at(seed + 4, place);
        Fact before = told(of).tells().orElseThrow();
        Fact fact = new Fact(
                id(place),
                before.kind(),
                before.happened(),
                Period.day(later(before.reported(), chance)),
                before.by(),
                before.grade(),
                before.who(),
                before.where(),
                before.bearsOn(),
                before.says(),
                before.figures().stream()
                        .map(figure -> Numbers.changed(figure, chance))
                        .toList(),
                before.tags(),
                before.judges(),
                before.waives(),
                before.disagreesWith(),
                before.source(),
                before.note());
        return new Told.Corrected(
                id(of), fact, new Words("Invented: the figure was wrong.", "Inventé\u00A0: le chiffre était faux."));
    }

    private Told retracted(long place, long of) {
        Fact before = told(of).tells().orElseThrow();
        return new Told.Retracted(
                id(of),
                new Words("Invented: it was not so.", "Inventé\u00A0: ce n’était pas exact."),
                Period.day(later(before.reported(), Chance.at(seed + 5, place))),
                before.source());
    }

    private static LocalDate later(Period reported, Chance chance) {
        return earlier(
                reported.unknown() ? Invented.LAST : reported.last().plusDays(chance.between(1, 400)), Invented.LAST);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Fact fact(long place) {
        Chance chance = Chance.at(seed + 3, place);
        boolean disagrees = DISAGREES.contains(within(place));
        if (disagrees) {
            return disagreeing(place, chance);
        }
        LocalDate day = dayOf(place, chance);
        Texts.Ground ground = texts.ground(chance, day);
        boolean judges = JUDGES.contains(within(place));
        boolean waives = within(place) == WAIVES && place / BLOCK % 5 == 0;
        for (int tries = 0; judges && judged(ground).isEmpty() && tries < 60; tries++) {
            ground = texts.ground(chance, day);
        }
        Commitment about = chance.one(ground.clause().commitments());
        Body.Test aim = aim(about, chance);
        Days days = Days.of(chance, day);
        Set<Party> by = waives ? Set.of(Party.values()) : chance.one(BY, 39, 35, 12, judges ? 60 : 14);
        Set<Party> judging = by.isEmpty() ? Set.of(Party.UNITED_KINGDOM) : by;
        return new Fact(
                id(place),
                kind(aim, chance),
                days.happened(),
                days.reported(),
                judges ? judging : by,
                chance.one(List.of(Grade.values()), 34, 47, 14, 2, 3),
                chance.one(WHO),
                new Words("Calais", "Calais"),
                bearings(ground, about, chance, day),
                new Words(
                        "Invented: " + ground.topic().title().en() + ".",
                        "Inventé\u00A0: " + ground.topic().title().fr() + "."),
                new Numbers(chance, ground.topic(), aim).figures(),
                tags(ground.topic(), aim, chance),
                judges
                        ? judged(ground).map(one -> new Fact.Judging(one.id(), judging, chance.one(JUDGED))).stream()
                                .toList()
                        : List.of(),
                waives ? List.of(about.id()) : List.of(),
                new TreeSet<>(),
                new Source(
                        "https://invented.example/" + place,
                        chance.one(PUBLISHERS),
                        chance.one(List.of(Source.Kind.values()), 30, 20, 5, 3, 35, 5, 2)),
                null);
    }

    /// The other side's figures for the fact told just before.
    private Fact disagreeing(long place, Chance chance) {
        Fact other = told(place - 1).tells().orElseThrow();
        Set<Party> by = other.by().equals(Set.of(Party.FRANCE)) ? Set.of(Party.UNITED_KINGDOM) : Set.of(Party.FRANCE);
        return new Fact(
                id(place),
                other.kind(),
                other.happened(),
                Period.day(later(other.reported(), chance)),
                by,
                Grade.CLAIMED,
                chance.one(WHO),
                other.where(),
                other.bearsOn(),
                other.says(),
                other.figures().stream()
                        .map(figure -> Numbers.changed(figure, chance))
                        .toList(),
                other.tags(),
                List.of(),
                List.of(),
                new TreeSet<>(Set.of(other.id())),
                other.source(),
                null);
    }

    private LocalDate dayOf(long place, Chance chance) {
        long days = ChronoUnit.DAYS.between(Invented.FIRST, Invented.LAST);
        long day = place * days / size + chance.between(-120, 120);
        return Invented.FIRST.plusDays(Math.clamp(day, 0, days));
    }

    private static Optional<Commitment> judged(Texts.Ground ground) {
        return ground.clause().commitments().stream()
                .filter(one -> one.nature() instanceof Commitment.Nature.Judged)
                .findFirst();
    }

    private static Body.@Nullable Test aim(Commitment commitment, Chance chance) {
        return commitment.nature() instanceof Commitment.Nature.Measured(Body body) ? first(body, chance) : null;
    }

    private static Body.Test first(Body body, Chance chance) {
        return switch (body) {
            case Body.Test test -> test;
            case Body.AtLeast(int _, List<Body> of) -> first(chance.one(of), chance);
        };
    }

    private static Kind kind(Body.@Nullable Test aim, Chance chance) {
        if (aim != null && !aim.only().kinds().isEmpty() && chance.percent(70)) {
            return chance.one(List.copyOf(aim.only().kinds()));
        }
        return chance.one(List.of(Kind.values()), 64, 72, 16, 6, 25, 14, 12, 7, 4, 12);
    }

    private List<Fact.Bearing> bearings(Texts.Ground ground, Commitment about, Chance chance, LocalDate day) {
        Map<String, Fact.Bearing> bearings = new LinkedHashMap<>();
        Fact.Bearing first = new Fact.Bearing(
                ground.clause().id(), chance.percent(3) ? about.id().commitment() : null);
        bearings.put(first.toString(), first);
        IntStream.range(0, chance.weighted(76, 20, 3, 1)).forEach(_ -> {
            Fact.Bearing more =
                    new Fact.Bearing(texts.ground(chance, day).clause().id(), null);
            bearings.put(more.toString(), more);
        });
        return List.copyOf(bearings.values());
    }

    private static Map<Tag, SortedSet<String>> tags(Topic topic, Body.@Nullable Test aim, Chance chance) {
        Map<Tag, SortedSet<String>> tags = new TreeMap<>();
        if (chance.percent(93)) {
            tags.put(Tag.PLACE, names(topic.places(), chance));
        }
        if (chance.percent(80)) {
            tags.put(Tag.PURPOSE, names(topic.purposes(), chance));
        }
        if (chance.percent(37)) {
            tags.put(Tag.PAYER, new TreeSet<>(Set.of(chance.one(List.of("uk", "fr", "eu"), 80, 15, 5))));
        }
        if (chance.percent(17)) {
            tags.put(Tag.PAYEE, new TreeSet<>(Set.of(chance.percent(75) ? "fr" : "joint-fund")));
        }
        if (aim != null && aim.measure() instanceof Body.Measure.Elapsed) {
            tags.put(Tag.SUBJECT, new TreeSet<>(Set.of("case-" + chance.number(50_000))));
        }
        Map<Tag, SortedSet<String>> asked =
                aim != null && chance.percent(60) ? aim.only().tags() : Map.of();
        new TreeMap<>(asked).forEach((tag, allowed) -> tags.put(tag, names(List.copyOf(allowed), chance)));
        return tags;
    }

    private static SortedSet<String> names(List<String> of, Chance chance) {
        TreeSet<String> names = new TreeSet<>();
        IntStream.rangeClosed(0, chance.weighted(70, 30)).forEach(_ -> names.add(chance.one(of)));
        return names;
    }
}
