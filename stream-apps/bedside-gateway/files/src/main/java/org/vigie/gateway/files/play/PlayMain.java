package org.vigie.gateway.files.play;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.gateway.files.RecordedFiles;
import org.vigie.gateway.files.Recording;
import org.vigie.runtime.KafkaSettings;

/** {@code ./vigie play DIR --bed UNIT/BED}: plays a recording to a bed of a running ward. */
public final class PlayMain {
    private static final String USAGE = """
            usage: ./vigie play DIR|FILE --bed UNIT/BED [--speed X] [--record N]
                   [--bootstrap host:port] [--registry URL] [--namespace NAME] [--partitions N]""";
    private static final Set<String> OPTIONS =
            Set.of("--bed", "--speed", "--record", "--bootstrap", "--registry", "--namespace", "--partitions");

    private PlayMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            play(List.of(args));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("play: " + e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
        }
    }

    private static void play(List<String> args) throws IOException, InterruptedException {
        Map<String, String> options = options(args);
        String bed = options.getOrDefault("--bed", "");
        if (!bed.matches("[^/\\s]{1,40}/[^/\\s]{1,40}")) {
            throw new IllegalArgumentException("--bed: must be UNIT/BED, was '" + bed + "'");
        }
        List<Recording> recordings = RecordedFiles.in(Path.of(args.get(0)));
        int number = Integer.parseInt(options.getOrDefault("--record", "1"));
        if (number < 1 || number > recordings.size()) {
            throw new IllegalArgumentException("--record: must be 1 to " + recordings.size() + ", was " + number);
        }
        play(recordings.get(number - 1), bed, Double.parseDouble(options.getOrDefault("--speed", "1")), kafka(options));
    }

    private static void play(Recording recording, String bed, double speed, KafkaSettings kafka)
            throws InterruptedException {
        try (Ward ward = new Ward(kafka)) {
            Player player = new Player(ward, bed, Clock.systemUTC());
            Thread playing = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(player, playing)));
            System.out.println(
                    "playing " + recording.id() + ", " + recording.rows().size() + " rows of " + recording.length()
                            + ", to " + bed + " at " + speed + " times its pace; Ctrl-C ends it");
            System.out.println("sent " + player.play(recording, speed) + " readings");
        }
    }

    /** Gives the player time to close the stay. */
    private static void stop(Player player, Thread playing) {
        player.stop();
        try {
            playing.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> options(List<String> args) {
        if (args.isEmpty() || args.get(0).startsWith("-") || args.size() % 2 == 0) {
            throw new IllegalArgumentException("a directory or file, then options with a value each");
        }
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < args.size(); i += 2) {
            if (!OPTIONS.contains(args.get(i))) {
                throw new IllegalArgumentException("unknown option " + args.get(i));
            }
            options.put(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private static KafkaSettings kafka(Map<String, String> options) {
        KafkaSettings defaults = KafkaSettings.defaults();
        return new KafkaSettings(
                options.getOrDefault("--bootstrap", defaults.bootstrapServers()),
                options.getOrDefault("--registry", defaults.registryUrl()),
                options.getOrDefault("--namespace", defaults.namespace()),
                Integer.parseInt(options.getOrDefault("--partitions", "" + defaults.partitions())));
    }
}
