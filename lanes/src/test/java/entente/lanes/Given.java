package entente.lanes;

import entente.recordings.About;
import entente.recordings.Portion;
import entente.screening.Array;
import entente.screening.Block;
import entente.screening.History;
import entente.screening.Outcome;
import entente.screening.Screening;
import entente.trial.Fault;
import entente.trial.Ground;
import entente.trial.Heart;
import entente.trial.Nuisance;
import entente.trial.Plan;
import entente.trial.Stop;
import entente.trial.Trial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Simulated stops as messages, and what the detector itself makes of them.
final class Given {
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final About INVENTED = new About(About.Clock.GNSS, "", "", true);

    /// Where stops are those of `trial`; at every other lane they are [Plain].
    static final String SIMULATED = "calais-1";

    private static final Ground PLACE = Ground.invented(1);
    private static final History TRIED = history(seed -> Trial.empty(seed, PLACE.half(true), Plan.empty()));
    static final History PLAIN = history(seed -> Plain.empty(1000 + seed));

    /// A vehicle, how it was simulated, and its messages in the order of the recorder.
    record Vehicle(StayKey key, Array array, List<Block> blocks) {
        List<Message> messages() {
            List<Message> messages = new ArrayList<>();
            blocks.forEach(block -> messages.add(message(key, array, block)));
            return messages;
        }

        Message left() {
            return new Message(key.toString(), null);
        }

        /// The same, so many times as loud.
        Vehicle louder(float times) {
            List<Block> loud = new ArrayList<>();
            for (Block block : blocks) {
                float[][] samples = new float[block.samples().length][block.length()];
                for (int i = 0; i < samples.length; i++) {
                    for (int n = 0; n < block.length(); n++) {
                        samples[i][n] = times * block.samples()[i][n];
                    }
                }
                loud.add(new Block(block.start(), samples));
            }
            return new Vehicle(key, array, loud);
        }

        /// What the detector says when it is given the blocks by hand.
        Outcome byHand() {
            Screening screening = new Screening(array, history(key.lane()));
            for (Block block : blocks) {
                if (!screening.decided()) {
                    screening.take(block);
                }
            }
            return screening.outcome();
        }
    }

    private Given() {}

    private static History history(LongFunction<Screening.Empty> stop) {
        return History.of(
                LongStream.range(0, History.LEAST_STOPS).mapToObj(stop).toList());
    }

    static History history(String lane) {
        return lane.equals(SIMULATED) ? TRIED : PLAIN;
    }

    static Map<String, History> histories(String... lanes) {
        Map<String, History> histories = new HashMap<>();
        for (String lane : lanes) {
            histories.put(lane, history(lane));
        }
        return histories;
    }

    static Message message(StayKey key, Array array, Block block) {
        return new Message(key.toString(), new Portion(array, INVENTED, List.of(block), List.of()).bytes());
    }

    /// By its seed empty, with somebody in it, disturbed, or with a failing sensor or recorder.
    static Vehicle vehicle(String lane, long seed) {
        if (!lane.equals(SIMULATED)) {
            return Plain.vehicle(lane, seed);
        }
        List<Heart> somebody = List.of(Heart.invented(seed));
        Plan plan = Plan.empty();
        plan = switch ((int) (seed % 6)) {
            case 0 -> plan.withForce(somebody, 0.5);
            case 1 -> plan;
            case 2 -> plan.with(one(Fault.values(), seed / 6));
            case 3 -> plan.withPeople(somebody, 6);
            case 4 -> plan.with(one(Nuisance.values(), seed / 6));
            default -> plan.with(Fault.GAP).withMovement();
        };
        Stop stop = Stop.of(seed, PLACE.half(false), plan);
        Array array = new Array(lane, stop.array().rateHz(), stop.array().sensors());
        return new Vehicle(new StayKey(lane, "stop-" + seed), array, stop.blocks());
    }

    private static <T> T one(T[] all, long which) {
        return List.of(all).get((int) (which % all.length));
    }

    /// Out of order by at most two seconds of the recorder, and some of them twice.
    static List<Message> upset(Vehicle vehicle, Random chance) {
        record Sent(double at, Message message) {}
        List<Sent> sent = new ArrayList<>();
        double begin = vehicle.blocks().getFirst().start().toEpochMilli() / 1e3;
        for (Block block : vehicle.blocks()) {
            double at = block.start().toEpochMilli() / 1e3 - begin;
            Message message = message(vehicle.key(), vehicle.array(), block);
            sent.add(new Sent(at + chance.nextDouble() * 1.99, message));
            if (chance.nextInt(4) == 0) {
                sent.add(new Sent(at + chance.nextDouble() * 8, message));
            }
        }
        sent.sort(Comparator.comparingDouble(Sent::at));
        List<Message> messages =
                new ArrayList<>(sent.stream().map(Sent::message).toList());
        messages.add(vehicle.left());
        return messages;
    }

    /// All answers of the plain loop.
    static List<String> answers(List<Message> messages, Map<String, History> histories) {
        Loop loop = new Loop(histories, NOW);
        List<Said> said = new ArrayList<>();
        for (Message message : messages) {
            said.addAll(loop.take(StayKey.read(message.key()).orElseThrow(), message.value(), NOW));
        }
        said.addAll(loop.close());
        return answers(said);
    }

    static List<String> answers(List<Said> said) {
        return said.stream()
                .filter(one -> one instanceof Said.Answer)
                .map(Json::of)
                .sorted()
                .toList();
    }

    static String answer(Vehicle vehicle) {
        return Json.of(new Said.Answer(vehicle.key(), vehicle.byHand(), true));
    }
}
