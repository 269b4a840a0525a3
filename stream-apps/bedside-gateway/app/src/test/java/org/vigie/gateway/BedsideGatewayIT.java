package org.vigie.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLockTarget;
import org.vigie.access.audit.AuditReport;
import org.vigie.access.login.PrivateFile;
import org.vigie.embedded.BrokerException;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.gateway.codes.CodeTopics;
import org.vigie.gateway.codes.CodesCommand;
import org.vigie.gateway.config.GatewayConfig;
import org.vigie.gateway.erase.EraseCommand;
import org.vigie.gateway.fhir.rest.FhirEndpointConfig;
import org.vigie.gateway.identity.GatewayKeysets;
import org.vigie.gateway.mllp.MllpConfig;
import org.vigie.gateway.mllp.MllpTestClient;
import org.vigie.gateway.mqtt.MqttConfig;
import org.vigie.gateway.send.GatewayRecordSender;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.TopicReader;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.CodeMapping;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Sealed;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnmappedCode;
import org.vigie.schemas.bed.BedName;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.terminology.LocalCodeMapping;
import org.vigie.testing.broker.UnusedPort;
import picocli.CommandLine;

/** Tests the gateway alone on a broker of its own, because one test stops it. That test runs while no other does. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = "broker", mode = ResourceAccessMode.READ, target = ResourceLockTarget.CHILDREN)
class BedsideGatewayIT {
    private static final String FHIR_TOKEN = "token-of-the-sender";
    /** {@code -Dvigie.outage=PT30S} for a long one; the suite's is as long as two messages take to be given up. */
    private static final Duration OUTAGE = Duration.parse(System.getProperty("vigie.outage", "PT0S"));

    /** All that names the patient of these tests. */
    private static final String[] IDENTITIES = {
        "4410077", "4410099", "ORMEAU", "APOLLINE", "19570412", "1957-04-12", "S-2026-118"
    };

    private static final AtomicLong WARDS = new AtomicLong();
    private static final JvmOutputCapture OVERHEARD = new JvmOutputCapture();
    private static final int PORT = UnusedPort.find().number();
    private static final int CONTROLLER_PORT = UnusedPort.find().number();

    @TempDir
    static Path brokerDirectory;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    @TempDir
    Path directory;

    /** Each test has a ward of its own on the one broker. */
    private List<String> beds = List.of();

    /** Long, so that a slow machine gives no message up. */
    private Duration delivery = Duration.ofMinutes(10);

    private final String namespace = "ward" + WARDS.incrementAndGet();

    private final TopicCatalogue topics = TopicCatalogue.in(namespace, 2);
    private BedsideGateway gateway;

    @BeforeAll
    static void startBroker() {
        OVERHEARD.start();
        broker = EmbeddedBroker.start(brokerDirectory, PORT, CONTROLLER_PORT);
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stopBroker() {
        registry.close();
        broker.close();
        OVERHEARD.stop();
    }

    @BeforeEach
    void start() {
        // A broker that stood still is fenced for a moment.
        await().atMost(Duration.ofMinutes(10))
                .ignoreExceptionsInstanceOf(BrokerException.class)
                .untilAsserted(() -> assertThat(broker.createTopics(topics)).isNotEmpty());
        gateway = BedsideGateway.start(config());
    }

    /** Checks after every test that no patient is named. */
    @AfterEach
    void stopAndFindNoIdentity() {
        String counts = gateway.counts().toString();
        gateway.close();
        assertThat(OVERHEARD.everything()).contains("listening: MLLP").doesNotContain(IDENTITIES);
        assertThat(counts).doesNotContain(IDENTITIES);
        assertThat(allRecordsAsText()).doesNotContain(IDENTITIES);
    }

    @Test
    void whatIsAcknowledgedIsInTheTopicUnderPseudonymsOnly() throws IOException {
        // given
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            // when: an admission, measurements, an alarm, an unknown code, and nonsense
            sender.send(
                    adt("A01", "1", "REA^^03"),
                    oru("2", "83"),
                    alarm("3"),
                    "PID|no header|ORMEAU\r",
                    adt("A02", "4", "REA^^05"));

            // then
            assertThat(sender.answers(5))
                    .extracting(BedsideGatewayIT::code)
                    .containsExactly("AA 1", "AA 2", "AA 3", "AR ", "AA 4");
        }
        List<Observation> observations = values(topics.observationsRaw());
        assertThat(observations).hasSize(1);
        assertThat(observations.get(0).getBed()).isEqualTo("REA/03");
        assertThat(observations.get(0).getReadings())
                .extracting(ReadingRecord::getVariable)
                .containsExactly("hr");
        assertThat(values(topics.alarmsBedside()))
                .extracting(BedsideAlarm::getText)
                .containsExactly("HR high");
        assertThat(values(topics.codesUnmapped()))
                .extracting(UnmappedCode::getCode)
                .containsExactly("777777");
        assertThat(values(topics.recordsQuarantined())).hasSize(1);
        Map<String, BedStays> beds = newest(topics.staysCurrent());
        Stay there = beds.get("REA/05").getStays().get(0);
        assertThat(beds.get("REA/03").getStays().get(0).getStay()).isEqualTo(there.getStay());
        assertThat(there.getPatient()).isEqualTo(patient("4410077"));
        assertThat(there.getAge()).isBetween(68.0, 69.0);

        // and: the sealed identity opens with the key
        Sealed identity = values(topics.identitiesSealed()).get(0);
        byte[] sealed = new byte[identity.getContent().remaining()];
        identity.getContent().get(sealed);
        assertThat(new String(
                        GatewayKeysets.load(directory.resolve("keys")).seal().decrypt(sealed, identity.getName()),
                        StandardCharsets.UTF_8))
                .startsWith("4410077\tS-2026-118\tORMEAU");
    }

    @Test
    void afterAnErasureNoSealedRecordOfThePatientCanBeRead() throws IOException {
        // given
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(adt("A01", "1", "REA^^03"), oru("2", "83"));
            assertThat(sender.answers(2)).extracting(BedsideGatewayIT::code).containsExactly("AA 1", "AA 2");
        }
        var printed = new StringWriter();

        // when
        int status = new CommandLine(new EraseCommand())
                .setOut(new PrintWriter(printed))
                .execute(
                        "--broker=" + broker.bootstrapServers(),
                        "--registry=" + registry.url(),
                        "--namespace=" + namespace,
                        "--keys=" + directory.resolve("keys"),
                        "--patient=4410077");

        // then: the identity and both messages
        assertThat(printed.toString())
                .contains(
                        "1 keys destroyed. 3 sealed records of the patient cannot be read any more, 0 can still be read.");
        assertThat(status).isZero();
        List<String> acts = AuditReport.ofTopic(config().kafka()).acts();
        assertThat(acts).hasSize(2).noneMatch(act -> act.contains("4410077"));
        assertThat(acts.get(0)).contains("account:", "ERASE_PATIENT", "an erasure begins");
        assertThat(acts.get(1)).contains("account:", "ERASE_PATIENT", "1 keys destroyed");
    }

    @Test
    void patientsWhoChangeBedsAreNeverOnOneBed() throws IOException {
        // given
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            String other =
                    adt("A01", "2", "REA^^04").replace("4410077", "4410099").replace("S-2026-118", "S-2");
            // when
            sender.send(
                    adt("A01", "1", "REA^^03"),
                    other,
                    adt("A17", "3", "REA^^04") + "PID|||4410099^^^IPP^PI\rPV1||I|REA^^03\r");
            assertThat(sender.answers(3)).extracting(BedsideGatewayIT::code).containsExactly("AA 1", "AA 2", "AA 3");
        }
        // then
        Map<String, BedStays> beds = newest(topics.staysCurrent());
        assertThat(open(beds.get("REA/04"))).isEqualTo(patient("4410077"));
        assertThat(open(beds.get("REA/03"))).isEqualTo(patient("4410099"));
        assertThat(values(topics.staysCurrent()).toString()).doesNotContain("conflict");
    }

    @Test
    void theEndOfAnEmergencyVisitDoesNotEndTheStayItLedTo() throws IOException {
        // given
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            String emergency = adt("A04", "1", "URG^^B2").replace("S-2026-118", "S-2026-117");
            // when
            sender.send(
                    emergency,
                    adt("A01", "2", "REA^^16"),
                    emergency.replace("A04", "A03").replace("|1|P|", "|3|P|"),
                    oru("4", "83").replace("PID|", "NTE|1||quoted:\nPID|||4410099\nPV1||I|REA^^99\rPID|"));
            assertThat(sender.answers(4))
                    .extracting(BedsideGatewayIT::code)
                    .containsExactly("AA 1", "AA 2", "AA 3", "AA 4");
        }
        // then
        Map<String, BedStays> beds = newest(topics.staysCurrent());
        assertThat(open(beds.get("REA/16"))).isEqualTo(patient("4410077"));
        assertThat(open(beds.get("URG/B2"))).isEmpty();
        assertThat(values(topics.observationsRaw()))
                .extracting(Observation::getBed)
                .containsExactly("REA/03");
        assertThat(beds).doesNotContainKey("REA/99");
    }

    private static String open(BedStays bed) {
        return bed.getStays().stream()
                .filter(stay -> stay.getUntil() == null)
                .map(Stay::getPatient)
                .collect(Collectors.joining());
    }

    private String patient(String number) {
        return GatewayKeysets.load(directory.resolve("keys"))
                .pseudonyms()
                .patient(number)
                .get(0);
    }

    @Test
    void whatIsTakenBackGoesOnAsARetractionOfItsInstant() throws IOException {
        // when, then
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(oru("2", "83"), oru("3", "83").replace("MDC|||||R", "MDC|||||W"));
            assertThat(sender.answers(2)).extracting(BedsideGatewayIT::code).containsExactly("AA 2", "AA 3");
        }

        // when
        List<Observation> observations = values(topics.observationsRaw());
        // then
        assertThat(observations)
                .flatExtracting(Observation::getReadings)
                .extracting(ReadingRecord::getVariable, ReadingRecord::getStatus)
                .containsExactly(
                        tuple("hr", MeasurementStatusRecord.VALID), tuple("hr", MeasurementStatusRecord.RETRACTED));
        assertThat(observations.get(1).getDeviceTime())
                .isEqualTo(observations.get(0).getDeviceTime());
    }

    @Test
    void whatIsSentAgainIsAcknowledgedAndNotStoredTwice() throws IOException {
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(oru("2", "83"));
            assertThat(code(sender.answer().orElseThrow())).isEqualTo("AA 2");
            sender.send(oru("2", "83"), oru("2", "84"));
            assertThat(sender.answers(2)).extracting(BedsideGatewayIT::code).containsExactly("AA 2", "AA 2");
        }

        // the second is the same; the third only bears the same control id, as some monitors do always
        assertThat(values(topics.observationsRaw())).hasSize(2);
    }

    @Test
    @ResourceLock("broker")
    void whileTheBrokerIsAwayNothingIsAcknowledgedAndNothingAcknowledgedIsLost() throws IOException {
        // given: a gateway that gives up after two seconds
        Map<String, String> answers = new LinkedHashMap<>();
        gateway.close();
        delivery = Duration.ofSeconds(2);
        gateway = BedsideGateway.start(config());
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            awaitAcknowledgement(sender, "before-", answers);

            // when
            broker.close();
            Instant back = Instant.now().plus(OUTAGE);
            for (int i = 1; i <= 2 || Instant.now().isBefore(back); i++) {
                answers.putAll(sent(sender, "away-" + i));
            }
            broker = EmbeddedBroker.start(brokerDirectory, PORT, CONTROLLER_PORT);
            awaitAcknowledgement(sender, "back-", answers);
        }

        // then
        assertThat(answers).containsEntry("away-1", "AE").containsEntry("away-2", "AE");
        assertThat(answers.values()).containsOnly("AA", "AE");
        List<String> stored = values(topics.observationsRaw()).stream()
                .map(record -> record.getMessageId().replaceFirst("-[0-9a-f]{16}$", ""))
                .toList();
        assertThat(stored)
                .containsAll(answers.keySet().stream()
                        .filter(id -> answers.get(id).equals("AA"))
                        .toList());
    }

    @Test
    void aCodeThatIsMappedIsUnderstoodFromThenOnAndStaysOutliveARestart() throws IOException {
        // given
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(adt("A01", "1", "REA^^03"));
            assertThat(code(sender.answer().orElseThrow())).isEqualTo("AA 1");
        }

        // given: somebody whose token the ward does not know maps nothing
        new PrivateFile(directory.resolve("stranger")).write("guessed\n");
        assertThat(new CommandLine(new CodesCommand())
                        .execute(
                                "map",
                                "--config=" + commandConfig(),
                                "--token-file=" + directory.resolve("stranger"),
                                "--code=777777",
                                "hr"))
                .isNotZero();

        // when: an integrator maps the code, and the gateway is restarted
        int status = new CommandLine(new CodesCommand())
                .execute("map", "--config=" + commandConfig(), "--sender=MON", "--code=777777", "rr");
        assertThat(status).isZero();
        gateway.close();
        gateway = BedsideGateway.start(config());
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(oru("2", "83"), adt("A03", "3", ""));
            assertThat(sender.answers(2)).extracting(BedsideGatewayIT::code).containsExactly("AA 2", "AA 3");
        }

        // then
        assertThat(values(topics.observationsRaw()).get(0).getReadings())
                .extracting(ReadingRecord::getVariable)
                .containsExactly("hr", "rr");
        assertThat(newest(topics.staysCurrent()).get("REA/03").getStays().get(0).getUntil())
                .isNotNull();
        assertThat(values(topics.codesMapped()))
                .extracting(CodeMapping::getVariable)
                .containsExactly("rr");
        assertThat(AuditReport.ofTopic(config().kafka()).acts())
                .satisfiesExactly(
                        act -> assertThat(act).contains("account:", "MAP_CODES", "begins: ", "777777", "rr"),
                        act -> assertThat(act).contains("account:", "MAP_CODES", "done: ", "777777", "rr"));
    }

    @Test
    void whatWasSentBeforeItsCodeWasMappedIsReadAgainOnceAndMarked() throws IOException {
        // given
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(oru("2", "83"), oru("3", "84"));
            assertThat(sender.answers(2)).extracting(BedsideGatewayIT::code).containsExactly("AA 2", "AA 3");
        }
        assertThat(values(topics.codesUnmapped()))
                .extracting(UnmappedCode::getUnit)
                .containsOnly("/min");

        // when: mapped twice
        new CodeTopics(config().kafka()).map(new LocalCodeMapping("MON", "777777", "", "rr"));
        await().atMost(Duration.ofMinutes(10)).until(() -> gateway.counts().getOrDefault("backfilled", 0L) == 2);
        new CodeTopics(config().kafka()).map(new LocalCodeMapping("MON", "777777", "", "rr"));
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(oru("4", "85"));
            assertThat(code(sender.answer().orElseThrow())).isEqualTo("AA 4");
        }
        await().atMost(Duration.ofMinutes(10)).until(() -> gateway.counts().getOrDefault("back-fills", 0L) == 2);

        // then
        assertThat(gateway.counts()).containsEntry("backfilled", 2L);
        List<Observation> all = values(topics.observationsRaw());
        assertThat(all)
                .filteredOn(record -> record.getMessageId().endsWith("-mapped"))
                .hasSize(2)
                .allSatisfy(record -> {
                    assertThat(record.getReadings())
                            .extracting(ReadingRecord::getVariable)
                            .containsExactly("rr");
                    assertThat(record.getBed()).isEqualTo("REA/03");
                });
        assertThat(all).hasSize(5);
        assertThat(marked(topics.observationsRaw())).isEqualTo(2);
    }

    @Test
    void aRefusedMessageNamesNoPatient() throws IOException, InterruptedException {
        // when: everything that can be wrong with a message about her
        String pid = "PID|||4410077^^^IPP^PI||ORMEAU^APOLLINE||19570412|F\r";
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(
                    pid,
                    "MSH|^~\\&|MON|ICU|||20260301101500+0100|||5|P|2.6\r" + pid,
                    "MSH|^~\\&|MON|ICU|||20260301101500+0100||ORMEAU^APOLLINE|6|P|2.6\r" + pid,
                    "MSH|^~\\&|MON|ICU|||20260301101500+0100||ORU^R01||P|2.6\r" + pid,
                    oru("7", "83").replace("REA^^03", ""),
                    oru("8", "ORMEAU"),
                    oru("9", "83") + "OBX|3|NM|1^Record number^99MON||4410077|||||R\r",
                    adt("A40", "9", "REA^^03") + "MRG|4410099^^^IPP^PI\r",
                    adt("A99", "9", "REA^^03"));
            assertThat(sender.answers(9)).extracting(BedsideGatewayIT::code).contains("AR ", "AR 5", "AR 6", "AA 7");
            sender.send(oru("10", "83") + '\u000b' + oru("11", "83"));
            assertThat(sender.answers(2)).extracting(BedsideGatewayIT::code).containsExactly("AR 10", "AA 11");
        }
        String patient = "{\"resourceType\":\"Patient\",\"id\":\"4410077\",\"birthDate\":\"1957-04-12\","
                + "\"name\":[{\"family\":\"ORMEAU\",\"given\":[\"APOLLINE\"]}]";
        String subject = "\"subject\":{\"reference\":\"Patient/4410077\",\"display\":\"ORMEAU APOLLINE\"}";
        List<Integer> answers = new ArrayList<>();
        for (String body : List.of(
                patient,
                patient + "}",
                patient + ",\"id\":\"ORMEAU\"}",
                "{\"resourceType\":\"Observation\"," + subject + "}",
                "{\"resourceType\":\"Observation\",\"status\":\"ORMEAU\",\"code\":{\"text\":\"x\"}," + subject + "}",
                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":"
                        + "\"http://loinc.org\",\"code\":\"8867-4\"}]},\"effectiveDateTime\":\"2026-03-01T10:15:00Z\","
                        + "\"valueQuantity\":{\"value\":80,\"code\":\"/min\"}," + subject + "}",
                "<Patient xmlns=\"http://hl7.org/fhir\"><name value=\"ORMEAU\">")) {
            answers.add(posted(body));
        }

        // then: refused, kept sealed; AfterEach looks for her everywhere
        assertThat(answers).containsExactly(400, 201, 400, 422, 422, 422, 400);
        assertThat(values(topics.recordsQuarantined()).toString())
                .contains("messages of this type")
                .doesNotContain(IDENTITIES);
        assertThat(values(topics.codesUnmapped()).toString())
                .contains("Record number")
                .doesNotContain(IDENTITIES)
                .doesNotContain(String.valueOf(4410077.0));
    }

    private int posted(String body) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + gateway.fhirPort() + "/fhir?patient=4410077");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + FHIR_TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aCorrectionThatMovesTheTimeTakesBackTheOldInstantAlsoAfterARestart() throws Exception {
        // given
        String potassium =
                "{\"resourceType\":\"Observation\",\"status\":\"%s\",\"identifier\":[{\"system\":\"urn:lab\","
                        + "\"value\":\"K-7\"}],\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2823-3\"}]},"
                        + "\"effectiveDateTime\":\"%s\",\"valueQuantity\":{\"value\":4.1,\"system\":\"http://unitsofmeasure.org\","
                        + "\"code\":\"mmol/L\"}}";
        assertThat(postedOn("REA/09", potassium.formatted("final", "2026-03-01T10:15:00Z")))
                .isEqualTo(201);

        // when
        gateway.close();
        gateway = BedsideGateway.start(config());
        assertThat(postedOn("REA/09", potassium.formatted("amended", "2026-03-01T09:45:00Z")))
                .isEqualTo(201);

        // then
        assertThat(values(topics.observationsRaw()).stream().flatMap(observation -> observation.getReadings().stream()))
                .extracting(ReadingRecord::getMeasuredAt, ReadingRecord::getValue, ReadingRecord::getStatus)
                .containsExactlyInAnyOrder(
                        tuple(Instant.parse("2026-03-01T10:15:00Z"), 4.1, MeasurementStatusRecord.VALID),
                        tuple(Instant.parse("2026-03-01T10:15:00Z"), 4.1, MeasurementStatusRecord.RETRACTED),
                        tuple(Instant.parse("2026-03-01T09:45:00Z"), 4.1, MeasurementStatusRecord.CORRECTED));
    }

    private int postedOn(String bed, String body) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + gateway.fhirPort() + "/fhir/Observation?bed=" + bed);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + FHIR_TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void anMqttBatchIsReadAgainOnItsBed() {
        // given: kept as MqttGateway keeps it
        String batch = "icu/REA/07\n"
                + "{\"device\":\"mon-3\",\"time\":\"2026-03-05T09:15:00+01:00\",\"readings\":["
                + "{\"variable\":\"hr\",\"value\":88},{\"code\":\"777777\",\"system\":\"99MON\",\"value\":14,\"unit\":\"/min\"}]}";
        byte[] sealed = GatewayKeysets.load(directory.resolve("keys"))
                .seal()
                .encrypt(batch.getBytes(StandardCharsets.UTF_8), "mon-3-17");
        try (var kept =
                new GatewayRecordSender(config().kafka(), new AvroSerdes(registry.url()), Duration.ofMinutes(10))) {
            kept.send(
                            topics.messagesSealed(),
                            "mon-3-17",
                            new Sealed("mqtt mon-3", "mon-3-17", ByteBuffer.wrap(sealed), Instant.now()))
                    .join();
        }
        // when
        new CodeTopics(config().kafka()).map(new LocalCodeMapping("mon-3", "777777", "", "rr"));
        await().atMost(Duration.ofMinutes(10)).until(() -> gateway.counts().getOrDefault("backfilled", 0L) == 1);
        // then
        await().atMost(Duration.ofMinutes(10))
                .until(() -> !values(topics.observationsRaw()).isEmpty());
        Observation late = values(topics.observationsRaw()).get(0);
        assertThat(late.getBed()).isEqualTo("REA/07");
        assertThat(late.getReadings()).extracting(ReadingRecord::getVariable).containsExactly("rr");
        assertThat(marked(topics.observationsRaw())).isEqualTo(1);
    }

    private static void awaitAcknowledgement(MllpTestClient sender, String name, Map<String, String> answers) {
        await().atMost(Duration.ofMinutes(10)).until(() -> {
            Map<String, String> answer = sent(sender, name + answers.size());
            answers.putAll(answer);
            return answer.containsValue("AA");
        });
    }

    private static Map<String, String> sent(MllpTestClient sender, String id) throws IOException {
        sender.send(oru(id, "83"));
        String answer = sender.answer().orElseThrow();
        return Map.of(id, code(answer).split(" ", -1)[0]);
    }

    private static String code(String answer) {
        String[] msa = answer.substring(answer.indexOf("\rMSA|") + 1).split("[|\r]", -1);
        return msa[1] + " " + msa[2];
    }

    private static String oru(String id, String rate) {
        return "MSH|^~\\&|MON|ICU|||20260301101500+0100||ORU^R01^ORU_R01|" + id + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI||ORMEAU^APOLLINE||19570412|F\rPV1||I|REA^^03\r"
                + "OBR|1|||1^vitals|||20260301101459+0100\r"
                + "OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.1|" + rate + "|264864^MDC_DIM_BEAT_PER_MIN^MDC|||||R\r"
                + "OBX|2|NM|777777^OWN_RATE^99MON|1.1.1.2|14|/min|||||R\r";
    }

    private static String alarm(String id) {
        return "MSH|^~\\&|MON|ICU|||20260301101500+0100||ORU^R40^ORU_R40|" + id + "|P|2.6\r"
                + "PID|||4410077^^^IPP^PI||ORMEAU^APOLLINE\rPV1||I|REA^^03\r"
                + "OBR|1||a-77|196616^MDC_EVT_ALARM^MDC|||20260301101459+0100\r"
                + "OBX|1|ST|196648^MDC_EVT_HI^MDC|1.1.1.1.1|HR high|||PH~SP|||R\r";
    }

    private static String adt(String event, String id, String bed) {
        return "MSH|^~\\&|GAM|HOSP|||20260301100000+0100||ADT^" + event + "|" + id + "|P|2.5\r"
                + "EVN||2026030110000" + id + "+0100\r"
                + "PID|||4410077^^^IPP^PI||ORMEAU^APOLLINE||19570412|F\rPV1||I|" + bed
                + "||||||||||||||||S-2026-118\r";
    }

    @Test
    void aBedThatTheUnitDoesNotListIsWatchedUnderASafeMarkedName() throws IOException {
        // given
        gateway.close();
        beds = List.of("REA/[01-24]");
        gateway = BedsideGateway.start(config());

        // when: another spelling, a bed that is not listed, a line feed and markup in the name, a patient there
        try (MllpTestClient sender = new MllpTestClient(gateway.mllpPort())) {
            sender.send(
                    oru("1", "81").replace("REA^^03", "rea^^3"),
                    oru("2", "82").replace("REA^^03", "REA^^99"),
                    oru("3", "83").replace("REA^^03", "REA^^0\n3<b>"),
                    adt("A01", "4", "REA^^99"));
            assertThat(sender.answers(4))
                    .extracting(BedsideGatewayIT::code)
                    .containsExactly("AA 1", "AA 2", "AA 3", "AA 4");
        }

        // then
        List<String> named = values(topics.observationsRaw()).stream()
                .map(Observation::getBed)
                .sorted()
                .toList();
        assertThat(named).hasSize(3).allMatch(BedName::isSafe).contains("REA/03", "REA/99?");
        assertThat(named).anySatisfy(name -> assertThat(name).matches("REA/0.3_b_~[0-9a-f]{16}\\?"));
        assertThat(newest(topics.staysCurrent()).keySet())
                .allMatch(BedName::isSafe)
                .contains("REA/99?");
        assertThat(newest(topics.staysCurrent()).get("REA/99?").getStays()).hasSize(1);
        assertThat(values(topics.codesUnmapped()))
                .filteredOn(line -> line.getSystem().equals("bed"))
                .extracting(UnmappedCode::getCode)
                .contains("REA/99?")
                .hasSize(2);
        assertThat(gateway.counts()).containsEntry("unknown beds", 2L).containsEntry("readings of unknown beds", 2L);
    }

    private Path commandConfig() throws IOException {
        return Files.writeString(
                directory.resolve("gateway.yaml"),
                "kafka: {bootstrapServers: '%s', registryUrl: '%s', namespace: %s, partitions: 2}"
                        .formatted(broker.bootstrapServers(), registry.url(), namespace));
    }

    private GatewayConfig config() {
        return new GatewayConfig(
                new KafkaConnectionConfig(broker.bootstrapServers(), registry.url(), namespace, 2),
                new MllpConfig(
                        "127.0.0.1",
                        0,
                        4 << 20,
                        100,
                        Duration.ofMinutes(10),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new FhirEndpointConfig(
                        "127.0.0.1",
                        0,
                        List.of(),
                        Optional.of(FHIR_TOKEN),
                        directory.resolve("tokens"),
                        4 << 20,
                        "UTC"),
                MqttConfig.defaults(),
                directory.resolve("keys"),
                "Europe/Paris",
                List.of(),
                beds,
                delivery);
    }

    private <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        List<V> all = new ArrayList<>();
        try (var reader = TopicReader.fromBeginning(config().kafka(), new AvroSerdes(registry.url()), topic)) {
            reader.readToEnd(record -> all.add(record.value().orElse(null)));
        }
        return all;
    }

    private <V extends SpecificRecord> Map<String, V> newest(Topic<V> topic) {
        Map<String, V> all = new LinkedHashMap<>();
        try (var reader = TopicReader.fromBeginning(config().kafka(), new AvroSerdes(registry.url()), topic)) {
            reader.readToEnd(record -> all.put(record.key(), record.value().orElse(null)));
        }
        return all;
    }

    /** How many records of a topic are marked as back-filled. */
    private long marked(Topic<?> topic) {
        AtomicLong marked = new AtomicLong();
        eachRecord(
                topic.name()::equals,
                record -> marked.addAndGet(record.headers().lastHeader(TopicCatalogue.BACKFILLED) == null ? 0 : 1));
        return marked.get();
    }

    /** Returns the keys and values of all records of all topics, as text. */
    private String allRecordsAsText() {
        StringBuilder text = new StringBuilder();
        eachRecord(topic -> true, record -> text.append(text(record.key())).append(text(record.value())));
        return text.toString();
    }

    private void eachRecord(Predicate<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
        Map<String, Object> plain = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(plain, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new TreeSet<>(
                            consumer.listTopics().keySet())
                    .stream()
                            .filter(topics)
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(taker);
            }
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
