package entente.node.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import entente.recordings.About;
import entente.recordings.BlockWriter;
import entente.screening.Hold;
import entente.screening.Sensor;
import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A lane whose sensors speak through a real broker.
class BrokerTest {
    private static final Sensor CO2 =
            new Sensor("co2", Sensor.Place.LOAD_SPACE, Sensor.Quantity.CARBON_DIOXIDE, Sensor.Axis.NONE);
    private static final int MAGIC = 8;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @TempDir
    private Path folder;

    private int port;
    private Server server = new Server();
    private Lanes lanes = Lanes.NONE;
    private Mqtt3BlockingClient sender = MqttClient.builder().useMqttVersion3().buildBlocking();

    @BeforeEach
    void begin() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        serve();
        lanes = Lanes.live(
                folder,
                List.of("three"),
                URI.create("mqtt://127.0.0.1:" + port),
                Clock.systemUTC(),
                _ -> Optional.empty());
        connect();
    }

    private void serve() throws IOException {
        Properties properties = new Properties();
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("allow_anonymous", "true");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("telemetry_enabled", "false");
        properties.setProperty("netty.mqtt.message_size", Integer.toString(2 << 20));
        server = new Server();
        server.startServer(new MemoryConfig(properties));
    }

    private void connect() {
        sender = MqttClient.builder()
                .identifier("sensors")
                .serverHost("127.0.0.1")
                .serverPort(port)
                .useMqttVersion3()
                .buildBlocking();
        sender.connect();
    }

    @AfterEach
    void end() {
        lanes.close();
        if (sender.getState().isConnected()) {
            sender.disconnect();
        }
        server.stopServer();
    }

    private Moment moment() {
        return lanes.moment("three").orElseThrow();
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            Thread.sleep(20);
        }
    }

    private void send(String kind, byte[] bytes, boolean retained) {
        sender.publishWith()
                .topic("entente/lane/three/" + kind)
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(retained)
                .payload(bytes)
                .send();
    }

    private void send(String kind, String json) {
        send(kind, json.getBytes(StandardCharsets.UTF_8), false);
    }

    /// The header by itself, and a block by itself, as a recorder writes them.
    private static byte[] head() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BlockWriter(out, Given.ARRAY, List.of(CO2), About.UNKNOWN).close();
        return Arrays.copyOfRange(out.toByteArray(), MAGIC, out.size());
    }

    private static byte[] block(Instant at) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (BlockWriter writer = new BlockWriter(out, Given.ARRAY, List.of(CO2), About.UNKNOWN)) {
            int begins = out.size();
            writer.write(Given.noise(at, 50, 1, 1));
            return Arrays.copyOfRange(out.toByteArray(), begins, out.size());
        }
    }

    @Test
    void sensors_blocks_readings_and_stops_reach_the_lane() throws Exception {
        assertThat(moment().state()).isInstanceOf(LaneState.NoSignal.class);
        send("array", head(), true);
        await(() -> moment().sensors().size() == 5);
        send("block", block(Clock.systemUTC().instant()), false);
        await(() -> moment().state() instanceof LaneState.Idle);
        send("stop", "{\"is\":\"begun\",\"vehicle\":\"tanker\"}");
        send("reading", "{\"sensor\":\"co2\",\"at\":\"" + Clock.systemUTC().instant() + "\",\"value\":1900}");
        await(() -> moment().stopped() && moment().readings().size() == 1);
        assertThat(moment().readings().getFirst().value()).isEqualTo(1900);
        assertThat(moment().kind()).isEqualTo(Hold.Kind.TANKER);
        send("block", block(Clock.systemUTC().instant()), false);
        await(() -> moment().state() instanceof LaneState.Fault);
        send("stop", "{\"is\":\"ended\"}");
        await(() -> moment().last().size() == 1);
        assertThat(moment().unread()).isZero();
    }

    @Test
    void what_cannot_be_used_is_counted_and_named_and_the_lane_goes_on() throws Exception {
        send("array", head(), true);
        await(() -> moment().sensors().size() == 5);
        byte[] torn = block(Clock.systemUTC().instant());
        torn[20] ^= 1;
        send("block", torn, false);
        send("block", new byte[3], false);
        send("block", new byte[(1 << 20) - 100], false);
        send("stop", "{\"is\":\"perhaps\"}");
        send("stop", "{\"is\":\"begun\",\"vehicle\":\"aeroplane\"}");
        send("stop", "nonsense");
        send("stop", "[".repeat(200));
        send("reading", "{\"sensor\":\"co2\",\"at\":\"yesterday\",\"value\":1}");
        send("reading", "{\"sensor\":\"smell\",\"at\":\"2026-11-23T10:00:00Z\",\"value\":1}");
        send("reading", "{\"value\":\"" + "9".repeat(5000) + "\"}");
        send("other", "{}");
        await(() -> moment().unread() >= 11);
        assertThat(moment().unread()).isEqualTo(11);
        assertThat(moment().unusable()).isNotNull();
        send("block", block(Clock.systemUTC().instant()), false);
        await(() -> moment().state() instanceof LaneState.Idle);
    }

    @Test
    void odd_names_of_topics_are_shown_short_and_plain() throws Exception {
        send("\u202Ereversed\u0007" + "x".repeat(60_000), "{}");
        await(() -> moment().unread() == 1);
        String shown = Objects.requireNonNull(moment().unusable()).en();
        assertThat(shown).hasSizeLessThan(250).contains("reversed").doesNotContain("\u202E", "\u0007");
        send("block/and/more", "{}");
        sender.publishWith()
                .topic("entente/lane/four/stop")
                .payload("{\"is\":\"begun\"}".getBytes(StandardCharsets.UTF_8))
                .send();
        send("stop", "{\"is\":\"begun\"}");
        await(() -> moment().stopped());
        assertThat(moment().unread()).isOne();
    }

    @Test
    void a_line_that_was_cut_is_said_and_comes_back() throws Exception {
        send("array", head(), true);
        await(() -> moment().sensors().size() == 5);
        server.stopServer();
        await(() -> moment().cut() != null);
        serve();
        await(() -> moment().cut() == null);
        connect();
        send("stop", "{\"is\":\"begun\"}");
        await(() -> moment().stopped());
    }
}
