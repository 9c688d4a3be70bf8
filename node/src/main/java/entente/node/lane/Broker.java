package entente.node.lane;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import entente.terms.Words;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// The line to the sensors: one MQTT 3.1.1 client for all lanes, which comes back by itself when the line was cut.
///
/// It is told who it speaks to by an address such as `mqtt://127.0.0.1:1883` or `mqtts://broker.example`.
final class Broker implements AutoCloseable {
    /// The largest message that is taken, in bytes: ten seconds of sixteen sensors at a thousand samples a second.
    static final int LARGEST = 1 << 20;

    private static final int PLAIN_PORT = 1883;
    private static final int SAFE_PORT = 8883;
    private static final System.Logger LOG = System.getLogger(Broker.class.getName());
    private static final Words CUT = new Words(
            "The line to the sensors is cut; it is tried again.",
            "La liaison avec les capteurs est coupée\u202F; elle est retentée.");

    private final Map<String, LiveLane> lanes = new TreeMap<>();
    private final Mqtt3AsyncClient client;
    private volatile boolean closed;

    Broker(URI address, Iterable<LiveLane> lanes) {
        lanes.forEach(one -> this.lanes.put(one.lane().name(), one));
        boolean safe = address.getScheme().equals("mqtts");
        int port = address.getPort() > 0 ? address.getPort() : safe ? SAFE_PORT : PLAIN_PORT;
        MqttClientBuilder builder = MqttClient.builder()
                .identifier("entente-" + UUID.randomUUID())
                .serverHost(address.getHost())
                .serverPort(port)
                .automaticReconnect()
                .initialDelay(200, TimeUnit.MILLISECONDS)
                .maxDelay(5, TimeUnit.SECONDS)
                .applyAutomaticReconnect()
                .addConnectedListener(_ -> connected())
                .addDisconnectedListener(gone -> {
                    if (closed) {
                        gone.getReconnector().reconnect(false);
                        return;
                    }
                    LOG.log(System.Logger.Level.WARNING, "no line to " + address + ": " + gone.getCause());
                    this.lanes.values().forEach(one -> one.lane().line(CUT));
                });
        client = (safe ? builder.sslWithDefaultConfig() : builder)
                .useMqttVersion3()
                .buildAsync();
    }

    /// Whether an address is one of a broker.
    static boolean fits(URI address) {
        return address.getHost() != null
                && ("mqtt".equals(address.getScheme()) || "mqtts".equals(address.getScheme()))
                && (address.getPath() == null
                        || address.getPath().isEmpty()
                        || address.getPath().equals("/"));
    }

    void start() {
        var _ = client.connectWith().cleanSession(true).keepAlive(5).send().whenComplete((_, failed) -> {
            if (failed != null) {
                LOG.log(System.Logger.Level.WARNING, "no line to the broker yet: " + failed);
            }
        });
    }

    private void connected() {
        for (LiveLane one : lanes.values()) {
            one.lane().line(null);
            var _ = client.subscribeWith()
                    .topicFilter(Messages.PREFIX + one.lane().name() + "/+")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .callback(this::heard)
                    .send()
                    .whenComplete((_, failed) -> {
                        if (failed != null) {
                            LOG.log(
                                    System.Logger.Level.WARNING,
                                    "not heard: " + one.lane().name(),
                                    failed);
                            one.lane().line(CUT);
                        }
                    });
        }
    }

    private void heard(Mqtt3Publish message) {
        String topic = message.getTopic().toString();
        String[] parts = topic.substring(Messages.PREFIX.length()).split("/", -1);
        LiveLane lane = lanes.get(parts[0]);
        if (lane == null || parts.length != 2) {
            return;
        }
        byte[] bytes = message.getPayloadAsBytes();
        if (bytes.length > LARGEST) {
            lane.unread(new Words(
                    "a message of " + bytes.length + " bytes is too large",
                    "un message de " + bytes.length + " octets est trop grand"));
            return;
        }
        Messages.tell(lane, parts[1], bytes);
    }

    @Override
    public void close() {
        closed = true;
        var _ = client.disconnect();
    }
}
