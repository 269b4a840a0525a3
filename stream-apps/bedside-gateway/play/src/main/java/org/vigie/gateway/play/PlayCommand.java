package org.vigie.gateway.play;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.gateway.read.SenderClock;
import org.vigie.platform.command.JsonAnswerOption;
import org.vigie.platform.command.KafkaOptions;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.load.RecordedDataSets;
import org.vigie.recordings.load.RecordingFileReader;
import org.vigie.recordings.load.RecordingFiles;
import org.vigie.schemas.bed.BedName;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a recording to a bed of a running ward: {@code ./vigie play}. */
@Command(
        name = "play",
        description = "Plays a recording (WFDB, EDF, CSV, PhysioNet, MIMIC) to a bed of a running ward.")
public final class PlayCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "A recording's file, or a folder of recordings.")
    Path path = Path.of("");

    @Option(names = "--bed", paramLabel = "UNIT/BED", description = "The bed it is played to.")
    String bed = "";

    @Option(
            names = "--dry-run",
            description = {
                "Prints what each file would become, one JSON line each, and what is left out and why; needs no ward.",
                "Exit code 1 when a file cannot be read."
            })
    boolean dryRun;

    @Option(names = "--all", description = "With --dry-run: prints all observations of a file, not the first 1,000.")
    boolean all;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Time zone of local times in files (default: ${DEFAULT-VALUE}).")
    ZoneId zone = SenderClock.DEFAULT_ZONE;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "How many times faster than it was recorded (default: ${DEFAULT-VALUE}).")
    double speed = 1;

    @Option(
            names = "--record",
            paramLabel = "N",
            description = "Which recording of the folder, from 1 (default: ${DEFAULT-VALUE}).")
    int record = 1;

    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    /** Holds the answer once a recording was played. */
    record PlaybackSummary(String recording, String bed, long sent) {
        String text() {
            return "sent " + sent + " readings";
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine line = spec.commandLine();
        if (dryRun) {
            return new PlaybackDryRun(zone, all, line.getOut(), line.getErr()).run(path);
        }
        if (!bed.contains("/") || !BedName.isWellFormed(bed)) {
            throw new ParameterException(line, "--bed: must be UNIT/BED, was '" + bed + "'");
        }
        StayRecording recording = recording();
        recording.leftOut().forEach(this::reportLeftOut);
        play(recording, kafka.requireBroker());
        return 0;
    }

    private void reportLeftOut(LeftOutEntry left) {
        String what = left.channel() + " " + left.value() + ": " + left.reason();
        spec.commandLine().getErr().println("left out: " + what);
    }

    /** Reads the recording that is played. Other files of the folder are not read. */
    private StayRecording recording() throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        List<StayRecording> set = RecordedDataSets.find(path);
        if (!set.isEmpty()) {
            return chosen(set);
        }
        return new RecordingFileReader(zone).read(chosen(RecordingFiles.playable(path)));
    }

    private <T> T chosen(List<T> recordings) {
        int count = recordings.size();
        if (count == 0) {
            throw RecordingFiles.nothingToPlay(path);
        }
        if (record < 1 || record > count) {
            throw new ParameterException(spec.commandLine(), "--record: must be 1 to " + count + ", was " + record);
        }
        return recordings.get(record - 1);
    }

    private void play(StayRecording recording, KafkaConnectionConfig settings) throws InterruptedException {
        CommandLine line = spec.commandLine();
        PrintWriter progress = json.progress(line.getOut(), line.getErr());
        try (PlaybackTopics ward = new PlaybackTopics(settings)) {
            RecordingPlayer player = new RecordingPlayer(ward, bed, Clock.systemUTC());
            Thread playing = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(player, playing)));
            progress.println(announcement(recording));
            progress.flush();
            PlaybackSummary played = new PlaybackSummary(recording.id(), bed, player.play(recording, speed));
            json.print(line.getOut(), played.text(), played);
        }
    }

    private String announcement(StayRecording recording) {
        return "playing " + recording.id() + ", " + recording.rows().size() + " rows of " + recording.length() + ", to "
                + bed + " at " + speed + " times its pace; Ctrl-C ends it";
    }

    /** Stops the player and waits at most 5 s until it has closed the stay. */
    private static void stop(RecordingPlayer player, Thread playing) {
        player.stop();
        try {
            playing.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
