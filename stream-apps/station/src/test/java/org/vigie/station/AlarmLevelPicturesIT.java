package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.admitted;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.technical;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.testing.story.WardStory;

/**
 * Compares the tile of each alarm level with its description and with its picture in {@code docs/images/levels}. {@code -Dvigie.write.docs=true} takes
 * the pictures anew.
 */
class AlarmLevelPicturesIT extends PageInBrowser {
    /** Between the difference that another font makes and the smallest one between two levels; see {@link TilePictureTest}. */
    static final double MOST_DIFFERENCE = 6;

    private static final Path PICTURES = Path.of("../../docs/images/levels");
    private static final Path TAKEN = Path.of("target/levels");
    private static final String CALM = "rgb(238, 243, 248)";

    /** Lists what a tile shows at each level, with the colours of the style sheet. */
    private enum Level {
        NONE("REA/01", "", "rgba(0, 0, 0, 0)", "none", CALM),
        LOW("REA/02", "*", "rgb(79, 208, 224)", "none", "rgb(79, 208, 224)"),
        MEDIUM("REA/03", "**", "rgb(245, 197, 24)", "medium", "rgb(255, 215, 94)"),
        HIGH("REA/04", "***", "rgb(176, 18, 30)", "high", "rgb(255, 130, 135)"),
        ACKNOWLEDGED("REA/05", "✓ ***", "rgb(176, 18, 30)", "none", "rgb(255, 130, 135)"),
        LATCHED("REA/06", "↺ ***", "rgb(176, 18, 30)", "high", CALM),
        TECHNICAL("REA/07", "*", "rgba(0, 0, 0, 0)", "none", CALM),
        NOT_WATCHED("REA/08", "", "rgb(255, 217, 214)", "none", "");

        private final String bed;
        private final String mark;
        private final String background;
        private final String motion;
        private final String number;

        Level(String bed, String mark, String background, String motion, String number) {
            this.bed = bed;
            this.mark = mark;
            this.background = background;
            this.motion = motion;
            this.number = number;
        }

        String tile() {
            return "[data-bed='" + bed + "'] ";
        }

        String bar() {
            return tile() + (this == TECHNICAL || this == NOT_WATCHED ? ".technical" : ".bar.alarm");
        }
    }

    @Test
    void eachAlarmLevelLooksAsDescribedAndAsItsPicture() throws IOException {
        // when
        fillWard();
        contains(Level.NOT_WATCHED.bar(), "NON SURVEILLÉ");
        contains(Level.LATCHED.bar(), "FC 82");

        // then
        Map<Level, TilePicture> pictures = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            assertDescribed(level);
            byte[] png = shoot(level);
            pictures.put(level, TilePicture.of(png));
            Path documented = PICTURES.resolve(level.name().toLowerCase(Locale.ROOT) + ".png");
            assertThat(pictures.get(level).differenceFrom(TilePicture.of(Files.readAllBytes(documented))))
                    .as("difference of %s from %s", level, documented)
                    .isLessThan(MOST_DIFFERENCE);
        }
        assertToldApart(pictures, Level.HIGH, Level.MEDIUM, Level.LOW, Level.NONE);
        assertNoBarrier("all alarm levels");
    }

    private void assertDescribed(Level level) {
        Locator bar = page.locator(level.bar());
        shows(level.bar() + " .mark", level.mark);
        Locator number = page.locator(level.tile() + "[data-vital=hr] .value");
        if (level == Level.NOT_WATCHED) {
            PlaywrightAssertions.assertThat(number).hasText("--");
        } else {
            PlaywrightAssertions.assertThat(number).hasCSS("color", level.number);
        }
        if (level != Level.NONE) {
            PlaywrightAssertions.assertThat(bar).isVisible();
            PlaywrightAssertions.assertThat(bar).hasCSS("background-color", level.background);
            PlaywrightAssertions.assertThat(bar).hasCSS("animation-name", level.motion);
        } else {
            PlaywrightAssertions.assertThat(bar).isHidden();
        }
    }

    /** A comparison that took one level for another would be of no use. */
    private static void assertToldApart(Map<Level, TilePicture> pictures, Level... levels) {
        for (Level one : levels) {
            for (Level other : levels) {
                if (one != other) {
                    assertThat(pictures.get(one).differenceFrom(pictures.get(other)))
                            .as("%s and %s", one, other)
                            .isGreaterThan(MOST_DIFFERENCE);
                }
            }
        }
    }

    private byte[] shoot(Level level) throws IOException {
        String name = level.name().toLowerCase(Locale.ROOT) + ".png";
        byte[] png = page.locator(level.tile().strip())
                .screenshot(new Locator.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED));
        Files.createDirectories(TAKEN);
        Files.write(TAKEN.resolve(name), png);
        if (Boolean.getBoolean("vigie.write.docs")) {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name), png);
        }
        return png;
    }

    private void fillWard() {
        // Readings stay new on a slow machine too.
        movable.stop();
        Instant now = wall.instant();
        for (Level level : Level.values()) {
            ward.take(admitted(level.bed, stay(level), now.minusSeconds(3600)));
            boolean isOut = level == Level.HIGH || level == Level.ACKNOWLEDGED;
            double rate = isOut ? 152 : level == Level.MEDIUM ? 128 : level == Level.LOW ? 112 : 82;
            readings(level, rate, level == Level.NOT_WATCHED ? now.minusSeconds(90) : now);
        }
        ward.take(alarm(Level.LOW, AlarmPriorityRecord.LOW));
        ward.take(alarm(Level.MEDIUM, AlarmPriorityRecord.MEDIUM));
        ward.take(alarm(Level.HIGH, AlarmPriorityRecord.HIGH));
        ward.take(open(
                alarm(Level.ACKNOWLEDGED, AlarmPriorityRecord.HIGH),
                AlertCondition.newBuilder()
                        .setVersion(2)
                        .setAcknowledgedBy("AB")
                        .setAcknowledgedAt(wall.instant())
                        .build()));
        Alert latched = alarm(Level.LATCHED, AlarmPriorityRecord.HIGH);
        ward.take(open(
                latched,
                AlertCondition.newBuilder().setVersion(2).setLatched(true).build()));
        ward.take(technical(raised(
                "technical",
                Level.TECHNICAL.bed,
                stay(Level.TECHNICAL),
                AlarmPriorityRecord.LOW,
                now.minusSeconds(240),
                "SpO₂ : capteur débranché",
                "SpO₂: sensor off",
                "spo2")));
    }

    private static String stay(Level level) {
        return level == Level.NONE ? "s1" : "s" + level;
    }

    private Alert alarm(Level level, AlarmPriorityRecord priority) {
        return raised(
                level.name(), level.bed, stay(level), priority, wall.instant().minusSeconds(240));
    }

    /** Ten minutes of readings, the last one at {@code until}. */
    private void readings(Level level, double rate, Instant until) {
        var monitor = new WardStory().bed(level.bed, stay(level));
        for (int second = 600; second >= 0; second -= 10) {
            Instant at = until.minusSeconds(second);
            var message = monitor.at(at)
                    .kept("hr", second > 240 ? 82 : rate)
                    .kept("rr", 16)
                    .kept("abp_sys", 121)
                    .kept("abp_dia", 66)
                    .kept("abp_mean", 84)
                    .kept("temp", 37.2);
            if (level == Level.TECHNICAL) {
                ward.take(monitor.at(at).rejected("spo2", CleaningReasonRecord.DEVICE_INVALID));
            } else {
                message.kept("spo2", 97);
            }
            ward.take(message.clean());
        }
    }
}
