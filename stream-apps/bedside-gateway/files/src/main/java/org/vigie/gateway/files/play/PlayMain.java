package org.vigie.gateway.files.play;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.gateway.codes.SenderClock;
import org.vigie.gateway.files.RecordedFiles;
import org.vigie.gateway.files.Recording;
import org.vigie.runtime.KafkaSettings;
import org.vigie.schemas.bed.BedName;

/** {@code ./vigie play PATH --bed UNIT/BED}: plays a recording to a bed of a running ward; with {@code --dry-run} prints it. */
public final class PlayMain {
    private static final String USAGE = """
            usage: ./vigie play PATH --bed UNIT/BED [--speed X] [--record N] [--zone ZONE]
                   [--bootstrap host:port] [--registry URL] [--namespace NAME] [--partitions N]
               or: ./vigie play PATH --dry-run [--all] [--zone ZONE]
            PATH       a recording's file or a folder of recordings
            --dry-run  prints what the files would become, one JSON line each, and what is left out and why; needs no ward
            --all      prints all observations of a file, not the first 1,000 only
            --zone     the time zone of local times in files; default Europe/Paris""";
    private static final Set<String> OPTIONS = Set.of(
            "--bed", "--speed", "--record", "--zone", "--bootstrap", "--registry", "--namespace", "--partitions");
    private static final Set<String> FLAGS = Set.of("--dry-run", "--all", "--help", "-h");

    private PlayMain() {}

    public static void main(String[] args) throws InterruptedException {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int status = run(args, out, System.err);
        out.flush();
        System.exit(status);
    }

    /** What was wrong with the arguments, not with the data. */
    private static final class WrongArguments extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongArguments(String message) {
            super(message);
        }
    }

    /** @return 0; 1 when a file cannot be read; 2 when the arguments are wrong */
    static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            Map<String, String> options = options(List.of(args));
            if (options.containsKey("--help") || options.containsKey("-h")) {
                out.println(USAGE);
                return 0;
            }
            return run(options, out, err);
        } catch (WrongArguments e) {
            err.println("play: " + e.getMessage());
            err.println(USAGE);
            return 2;
        } catch (IOException | RuntimeException e) {
            err.println("play: " + e.getMessage());
            return 1;
        }
    }

    private static int run(Map<String, String> options, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        if (!options.containsKey("")) {
            throw new WrongArguments("PATH: a recording's file or a folder is missing");
        }
        Path place = Path.of(options.get(""));
        ZoneId zone = zone(options);
        if (options.containsKey("--dry-run")) {
            return new DryRun(zone, options.containsKey("--all"), out, err).run(place);
        }
        String bed = options.getOrDefault("--bed", "");
        if (!bed.contains("/") || !BedName.isWellFormed(bed)) {
            throw new WrongArguments("--bed: must be UNIT/BED, was '" + bed + "'");
        }
        int number = number(options, "--record", "1").intValue();
        double speed = number(options, "--speed", "1");
        play(recording(place, number, zone), bed, speed, kafka(options), out);
        return 0;
    }

    /** Only the one that is played is read. */
    private static Recording recording(Path place, int number, ZoneId zone) throws IOException {
        Optional<List<Recording>> set = RecordedFiles.dataSet(place);
        List<Path> files = set.isPresent() ? List.of() : RecordedFiles.playable(place);
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place + ": there is no such file or directory");
        }
        int count = set.map(List::size).orElse(files.size());
        if (count == 0) {
            throw RecordedFiles.nothing(place);
        }
        if (number < 1 || number > count) {
            throw new WrongArguments("--record: must be 1 to " + count + ", was " + number);
        }
        return set.isPresent() ? set.get().get(number - 1) : RecordedFiles.read(files.get(number - 1), zone);
    }

    private static void play(Recording recording, String bed, double speed, KafkaSettings kafka, PrintStream out)
            throws InterruptedException {
        recording
                .leftOut()
                .forEach(left ->
                        System.err.println("left out: " + left.channel() + " " + left.value() + ": " + left.reason()));
        try (Ward ward = new Ward(kafka)) {
            Player player = new Player(ward, bed, Clock.systemUTC());
            Thread playing = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(player, playing)));
            out.println("playing " + recording.id() + ", " + recording.rows().size() + " rows of " + recording.length()
                    + ", to " + bed + " at " + speed + " times its pace; Ctrl-C ends it");
            out.flush();
            out.println("sent " + player.play(recording, speed) + " readings");
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

    /** The path has the name "". */
    private static Map<String, String> options(List<String> args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (FLAGS.contains(arg)) {
                options.put(arg, "");
            } else if (OPTIONS.contains(arg)) {
                if (i + 1 == args.size() || args.get(i + 1).startsWith("--")) {
                    throw new WrongArguments(arg + ": needs a value");
                }
                options.put(arg, args.get(++i));
            } else if (arg.startsWith("-")) {
                throw new WrongArguments("unknown option " + arg + "; did you mean " + nearest(arg) + "?");
            } else if (options.put("", arg) != null) {
                throw new WrongArguments("one PATH is expected, a second was " + arg);
            }
        }
        return options;
    }

    private static String nearest(String wrong) {
        Set<String> all = new TreeSet<>(OPTIONS);
        all.addAll(List.of("--dry-run", "--all", "--help"));
        return all.stream()
                .min((a, b) -> Integer.compare(distance(a, wrong), distance(b, wrong)))
                .orElseThrow();
    }

    /** How many letters must be changed, added or taken away. */
    private static int distance(String a, String b) {
        List<Integer> row = new ArrayList<>();
        for (int j = 0; j <= b.length(); j++) {
            row.add(j);
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row.get(0);
            row.set(0, i);
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row.get(j);
                row.set(j, Math.min(changed, 1 + Math.min(row.get(j), row.get(j - 1))));
            }
        }
        return row.get(b.length());
    }

    private static ZoneId zone(Map<String, String> options) {
        try {
            return options.containsKey("--zone") ? ZoneId.of(options.get("--zone")) : SenderClock.DEFAULT_ZONE;
        } catch (DateTimeException e) {
            throw new WrongArguments(
                    "--zone: must be a time zone like Europe/Paris, was '" + options.get("--zone") + "'");
        }
    }

    private static Double number(Map<String, String> options, String name, String otherwise) {
        try {
            return Double.valueOf(options.getOrDefault(name, otherwise));
        } catch (NumberFormatException e) {
            throw new WrongArguments(name + ": must be a number, was '" + options.get(name) + "'");
        }
    }

    private static KafkaSettings kafka(Map<String, String> options) {
        KafkaSettings defaults = KafkaSettings.defaults();
        return new KafkaSettings(
                options.getOrDefault("--bootstrap", defaults.bootstrapServers()),
                options.getOrDefault("--registry", defaults.registryUrl()),
                options.getOrDefault("--namespace", defaults.namespace()),
                number(options, "--partitions", "" + defaults.partitions()).intValue());
    }
}
