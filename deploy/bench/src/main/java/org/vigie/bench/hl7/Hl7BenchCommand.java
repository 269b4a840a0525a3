package org.vigie.bench.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import org.vigie.bench.PeerComparison;
import org.vigie.bench.PeerComparison.BenchRounds;
import org.vigie.gateway.ObservationAssembler;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.Observation;
import org.vigie.terminology.CodeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code ./vigie bench hl7 [--json FILE]}: an ORU^R01 with 20 OBX to a written Avro record, beside HAPI's mere parse of the same
 * message with validation off.
 */
@Command(
        name = "hl7",
        description = "An ORU^R01 with 20 OBX to a written Avro record, beside HAPI's mere parse of the same message.")
public final class Hl7BenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    JsonOption json = new JsonOption();

    private static final BenchRounds ROUNDS = new BenchRounds(2, 5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final int OURS = 4_000;
    private static final int THEIRS = 60;
    /** No two have the same values and times. */
    private static final byte[][] MESSAGES = IntStream.range(0, 1_000)
            .mapToObj(Hl7BenchCommand::message)
            .map(text -> text.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);

    private final Hl7Reader reader = new Hl7Reader(CodeMap.standard(), SenderRules.in(ZoneOffset.UTC));
    private final ObservationAssembler observations = new ObservationAssembler();
    private final SpecificDatumWriter<Observation> writer = new SpecificDatumWriter<>(Observation.class);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final HapiContext hapi = new DefaultHapiContext(ValidationContextFactory.noValidation());
    private BinaryEncoder encoder;
    private int messages;

    @Override
    public Integer call() throws IOException {
        List<PeerComparison> comparisons = List.of(
                PeerComparison.of(
                        "messages a second on one core",
                        "1/s",
                        ROUNDS,
                        () -> rate(OURS, this::toAvro),
                        "HAPI parse",
                        () -> rate(THEIRS, this::parseByHapi)),
                PeerComparison.of(
                        "allocated for one message",
                        "B",
                        ROUNDS,
                        () -> allocated(OURS, this::toAvro),
                        "HAPI parse",
                        () -> allocated(THEIRS, this::parseByHapi)));
        var report =
                new BenchReport("hl7", BenchMachine.here(), comparisons, Map.of("message_bytes", MESSAGES[0].length));
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }

    private byte[] next() {
        return MESSAGES[messages++ % MESSAGES.length];
    }

    private void toAvro() {
        MessageOutcome outcome = reader.read(next());
        written.reset();
        encoder = EncoderFactory.get().binaryEncoder(written, encoder);
        for (Observation record : observations.of("MON", "1", outcome.observations(), Instant.EPOCH)) {
            write(record);
        }
        require(outcome.observations().size() == 20 && written.size() > 200);
    }

    private void write(Observation record) {
        try {
            writer.write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void parseByHapi() {
        try {
            String text = new String(next(), StandardCharsets.US_ASCII);
            require(hapi.getPipeParser().parse(text).getNames().length > 0);
        } catch (HL7Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("the work was not done");
        }
    }

    private static double rate(int times, Runnable work) {
        long from = System.nanoTime();
        repeat(times, work);
        return times * 1e9 / (System.nanoTime() - from);
    }

    private static double allocated(int times, Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long from = threads.getCurrentThreadAllocatedBytes();
        repeat(times, work);
        return (threads.getCurrentThreadAllocatedBytes() - from) / (double) times;
    }

    private static void repeat(int times, Runnable work) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    /** Twenty values of one monitor, as the IHE framework has them. */
    private static String message(int number) {
        StringBuilder text = new StringBuilder(
                "MSH|^~\\&|MON|ICU|VIGIE|ICU|20260301101500+0100||ORU^R01^ORU_R01|" + number + "|P|2.6\r"
                        + "PID|||4410077^^^HOSP^PI||ORMEAU^LEA||19570412|F\rPV1||I|REA^^03\r"
                        + "OBR|1|1|1|182777000^monitoring of patient^SCT|||20260301101459+0100\r");
        Instant at = Instant.parse("2026-03-01T10:14:00Z").plusSeconds(20L * number);
        for (int i = 1; i <= 20; i++) {
            text.append("OBX|")
                    .append(i)
                    .append("|NM|147842^MDC_ECG_HEART_RATE^MDC|1.1.1.")
                    .append(i)
                    .append('|');
            text.append(60 + i)
                    .append('.')
                    .append(100 + number % 900)
                    .append("|264864^MDC_DIM_BEAT_PER_MIN^MDC|50-120||||R|||")
                    .append(TIME.format(at.plusSeconds(i)));
            text.append("+0000||||MON-8841^MON^00A0C9FFFE998877^EUI-64\r");
        }
        return text.toString();
    }
}
