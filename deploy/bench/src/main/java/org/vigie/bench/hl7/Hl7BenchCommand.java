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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.vigie.bench.BenchMachine;
import org.vigie.bench.BenchReport;
import org.vigie.bench.JsonOption;
import org.vigie.bench.PeerComparison;
import org.vigie.bench.PeerComparison.BenchRounds;
import org.vigie.gateway.hl7.Hl7Reader;
import org.vigie.gateway.hl7.SenderRules;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.publish.ObservationAssembler;
import org.vigie.schemas.Observation;
import org.vigie.terminology.CodeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Implements {@code ./vigie bench hl7 [--json FILE]}. Measures an ORU^R01 with 20 OBX up to its written Avro record. The peer is HAPI,
 * which only parses the same message, with validation off.
 */
@Command(
        name = "hl7",
        description =
                "Measures an ORU^R01 with 20 OBX up to its written Avro record, beside HAPI, which only parses the same message.")
public final class Hl7BenchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    JsonOption json = new JsonOption();

    private static final BenchRounds ROUNDS = new BenchRounds(2, 5);
    private static final String PEER = "HAPI parse";
    private static final int OURS = 4_000;
    private static final int THEIRS = 60;
    /** No two have the same values and times. */
    private static final byte[][] MESSAGES = IntStream.range(0, 1_000)
            .mapToObj(number -> new SampleMonitorMessage(number).text())
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
        Map<String, Object> figures = Map.of("message_bytes", MESSAGES[0].length);
        var report = new BenchReport("hl7", BenchMachine.here(), List.of(rates(), allocations()), figures);
        var line = spec.commandLine();
        json.write(report.text(), report.json(), line.getOut(), line.getErr());
        return 0;
    }

    private PeerComparison rates() {
        DoubleSupplier ours = () -> rate(OURS, this::toAvro);
        DoubleSupplier theirs = () -> rate(THEIRS, this::parseByHapi);
        return PeerComparison.of("messages a second on one core", "1/s", ROUNDS, ours, PEER, theirs);
    }

    private PeerComparison allocations() {
        DoubleSupplier ours = () -> allocated(OURS, this::toAvro);
        DoubleSupplier theirs = () -> allocated(THEIRS, this::parseByHapi);
        return PeerComparison.of("allocated for one message", "B", ROUNDS, ours, PEER, theirs);
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
}
