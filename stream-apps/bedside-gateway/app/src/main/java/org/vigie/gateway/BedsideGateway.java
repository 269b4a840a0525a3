package org.vigie.gateway;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.audit.KafkaAuditTrail;
import org.vigie.access.server.ProgramAccess;
import org.vigie.access.server.ServerRoute;
import org.vigie.gateway.backfill.CodeMappingBackfill;
import org.vigie.gateway.canary.CanarySender;
import org.vigie.gateway.codes.LeftOutCounter;
import org.vigie.gateway.codes.LiveCodeMap;
import org.vigie.gateway.codes.UnmappedCodeInbox;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.gateway.fhir.rest.FhirEndpoint;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.gateway.ledger.IntakeLedger;
import org.vigie.gateway.mllp.MllpListener;
import org.vigie.gateway.monitoring.GatewayCounters;
import org.vigie.gateway.monitoring.GatewayMetrics;
import org.vigie.gateway.mqtt.MqttGateway;
import org.vigie.gateway.publish.BedNameResolver;
import org.vigie.gateway.publish.BedsideAlarmPublisher;
import org.vigie.gateway.publish.CensusPublisher;
import org.vigie.gateway.publish.DeliveryArchive;
import org.vigie.gateway.publish.DeliveryPublisher;
import org.vigie.gateway.publish.DeliveryPublishers;
import org.vigie.gateway.publish.MeasurementPublisher;
import org.vigie.gateway.publish.MovementPublisher;
import org.vigie.gateway.publish.ObservationAmendments;
import org.vigie.gateway.read.BedList;
import org.vigie.gateway.receive.Hl7Receiver;
import org.vigie.gateway.send.GatewayRecordSender;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.BrokerHealthCheck;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.tls.ServerCertificates;
import org.vigie.platform.tls.ServerTls;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/** Runs the gateway: receives messages by MLLP, FHIR and MQTT and publishes their content to topics. */
public final class BedsideGateway implements MonitoredApp {
    private static final Logger LOG = LoggerFactory.getLogger(BedsideGateway.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Clock clock = Clock.systemUTC();
    private final AppMonitor monitor = new AppMonitor("bedside-gateway");
    private final GatewayCounters counters = new GatewayCounters(monitor.registry());
    private final MllpListener mllp;
    private final FhirEndpoint fhir;

    private BedsideGateway(GatewayConfig config) {
        KafkaConnectionConfig kafka = config.kafka();
        var serdes = new AvroSerdes(kafka.registry());
        GatewayKeysets keys = GatewayKeysets.load(config.keys());
        GatewayRecordSender recordSender = opened(new GatewayRecordSender(kafka, serdes, config.delivery()));
        IntakeLedger ledger = opened(new IntakeLedger(recordSender, kafka.topics(), clock));
        ledger.start(kafka, serdes);
        DeliveryPublisher publisher = publisher(config, serdes, keys, recordSender, ledger);
        CodeMappingBackfill backfill =
                opened(new CodeMappingBackfill(config, serdes, keys.seal(), recordSender, publisher, counters, clock));
        LiveCodeMap codes = opened(LiveCodeMap.start(kafka, serdes, backfill));
        backfill.resume(codes);
        mllp = opened(MllpListener.start(
                config.mllp(), new Hl7Receiver(codes, config.senderRules(), publisher, counters, clock), clock));
        WardTopicFollower ward = opened(WardTopicFollower.start(kafka, serdes));
        var audit = opened(KafkaAuditTrail.open(kafka, serdes, "bedside-gateway", clock));
        var access = new ProgramAccess(config.fhir().access(), audit, clock);
        fhir = opened(FhirEndpoint.start(config.fhir(), access, codes, publisher, ward, monitor::metricsText));
        certificates().watchedBy(monitor);
        if (config.mqtt().isOn()) {
            opened(MqttGateway.start(config.mqtt(), codes, publisher));
        }
        if (config.canary().isOn()) {
            opened(startCanaries(config));
        }
        monitor.registry().register(new GatewayMetrics(ledger.accounts()::counted));
        ward.health().forEach(monitor::addLiveness);
        monitor.addLiveness(codes.health()).addReadiness(opened(new BrokerHealthCheck(kafka)));
    }

    private ServerCertificates certificates() {
        Map<String, ServerTls> listeners = new HashMap<>();
        mllp.certificate().ifPresent(certificate -> listeners.put("MLLP", certificate));
        fhir.certificate().ifPresent(certificate -> listeners.put("FHIR", certificate));
        return new ServerCertificates(listeners);
    }

    private CanarySender startCanaries(GatewayConfig config) {
        int partitions = config.kafka().topics().observationsRaw().partitions();
        return CanarySender.start(config.canary(), config.mllp().host(), mllp.port(), partitions, clock);
    }

    /** Makes the publisher of deliveries, with the census and the amendments of earlier runs. */
    private DeliveryPublisher publisher(
            GatewayConfig config,
            AvroSerdes serdes,
            GatewayKeysets keys,
            GatewayRecordSender recordSender,
            IntakeLedger ledger) {
        TopicCatalogue topics = config.kafka().topics();
        GatewayRecovery recovery = new GatewayRecovery(config.kafka(), serdes);
        CensusPublisher stays = recovery.census(new CensusPublisher(recordSender, topics, keys.pseudonyms()));
        counters.registerBeds(stays::beds);
        var amendments = recovery.amendments(new ObservationAmendments(keys.pseudonyms()::statement));
        var archive = new DeliveryArchive(recordSender, topics, keys.seal(), counters, clock);
        var publishers = new DeliveryPublishers(
                archive,
                new MovementPublisher(stays, archive, counters),
                new MeasurementPublisher(recordSender, topics, stays, amendments, archive, counters),
                new BedsideAlarmPublisher(recordSender, topics, stays, counters));
        var beds = new BedNameResolver(BedList.of(config.beds()), stays::isKnown, counters);
        var leftOut = new LeftOutCounter(new UnmappedCodeInbox(recordSender, topics), counters);
        return new DeliveryPublisher(beds, stays, publishers, leftOut, ledger.accounts(), counters, clock);
    }

    /**
     * Starts the gateway. It listens once it has read the known beds. The topics must exist.
     *
     * @throws IllegalStateException when a port is taken or the keys cannot be used
     */
    public static BedsideGateway start(GatewayConfig config) {
        BedsideGateway gateway = new BedsideGateway(config);
        LOG.info(
                "listening: MLLP on {}:{}, FHIR on {}:{}",
                config.mllp().host(),
                gateway.mllpPort(),
                config.fhir().host(),
                gateway.fhirPort());
        return gateway;
    }

    @Override
    public AppMonitor monitor() {
        return monitor;
    }

    public int mllpPort() {
        return mllp.port();
    }

    /** Returns the routes of the FHIR endpoint. */
    public List<ServerRoute> fhirRoutes() {
        return fhir.serverRoutes();
    }

    public int fhirPort() {
        return fhir.port();
    }

    /** Returns the counts since the start: messages, observations, movements, alarms, dropped, quarantined, failed, sent again. */
    public Map<String, Long> counts() {
        return counters.all();
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Closes the listeners first and the connection to the broker last. */
    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), e);
        }
    }
}
