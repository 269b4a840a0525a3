package org.vigie.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.station.StationRecords.channel;
import static org.vigie.station.StationRecords.open;
import static org.vigie.station.StationRecords.raised;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertCondition;

/** Tests the audible alarm signals of the page. */
class SoundPageIT extends PageInBrowser {
    /** Renders a burst with the page's own code and counts the stretches of sound between stretches of silence. */
    private static final String COUNT_PULSES = """
            async (priority) => {
              const { schedule } = await import('/js/sound.js');
              const rate = 8000;
              const context = new OfflineAudioContext(1, rate * 5, rate);
              schedule(context, priority, 0);
              const samples = (await context.startRendering()).getChannelData(0);
              const step = rate / 100;
              let pulses = 0;
              let sounds = false;
              for (let from = 0; from < samples.length; from += step) {
                const loud = samples.slice(from, from + step).some((sample) => Math.abs(sample) > 0.05);
                if (loud && !sounds) pulses += 1;
                sounds = loud;
              }
              return pulses;
            }""";

    @Test
    void aBurstHasThePulsesOfItsPriority() {
        Map.of("HIGH", 10, "MEDIUM", 3, "LOW", 2)
                .forEach((priority, pulses) -> assertThat(page.evaluate(COUNT_PULSES, priority))
                        .as(priority)
                        .isEqualTo(pulses));
    }

    @Test
    void theSoundCountsAsUnavailableUntilTheBrowserAllowsItAndAUserConfirmsIt() {
        // given
        hr(82);
        shows("#sound", "SON INDISPONIBLE — activer");

        // when
        page.click("#sound");
        contains("#sound-check", "Trois notes entendues ?");
        shows("#sound", "SON INDISPONIBLE — essayer");
        page.click("#sound-check [data-answer=no]");
        shows("#sound", "SON INDISPONIBLE — non entendu");
        page.click("#sound");
        page.click("#sound-check [data-answer=yes]");

        // then
        shows("#sound", "Son vérifié · essayer");
        assertNoBarrier("the test of the sound");
    }

    @Test
    void eachBrowserSessionIsAskedOnceToTryTheSoundAndTheMarkStaysUntilItWasHeard() {
        // given
        hr(82);
        contains("#sound-prompt", "SON INDISPONIBLE : essayez le son de ce poste");
        assertNoBarrier("the prompt to try the sound");

        // when
        page.click("#sound-later");
        page.reload();
        page.waitForSelector("[data-bed='REA/01']");

        // then
        PlaywrightAssertions.assertThat(page.locator("#sound-prompt")).isHidden();
        contains("#sound", "SON INDISPONIBLE");

        // when: another session of the browser
        try (var other = ChromiumBrowser.shared().newContext()) {
            page = other.newPage();
            login();
            page.navigate(pages.address() + "?lang=en");

            // then
            contains("#sound-prompt", "SOUND UNAVAILABLE: try the sound");
            page.click("#sound-try");
            page.click("#sound-prompt [data-answer=yes]");
            PlaywrightAssertions.assertThat(page.locator("#sound-prompt")).isHidden();
            shows("#sound", "Sound checked · try");
        }
    }

    @Test
    void eachUserWhoLogsInIsAskedToTryTheSound() {
        // given
        contains("#sound-prompt", "SON INDISPONIBLE : essayez le son de ce poste");
        page.click("#sound-try");
        page.click("#sound-prompt [data-answer=yes]");
        shows("#sound", "Son vérifié · essayer");

        // when
        takeScreen("CD");

        // then
        contains("#sound-prompt", "essayez le son de ce poste");
        contains("#sound", "SON INDISPONIBLE");
    }

    @Test
    void theMostUrgentAlarmSoundsUntilItIsAcknowledged() {
        // given
        flow();
        ward.take(channel("mail", true, wall.instant()), wall.instant());
        Alert high = raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant(), "Première alarme");
        Alert low = raised("a2", "REA/01", "s1", AlarmPriorityRecord.LOW, wall.instant(), "Deuxième alarme");
        page.click("#sound");

        // when
        ward.take(open(low, AlertCondition.newBuilder().setVersion(1).build()));
        signals("LOW");
        ward.take(open(high, AlertCondition.newBuilder().setVersion(1).build()));

        // then: the test, the low and at once the high burst
        signals("HIGH");
        PlaywrightAssertions.assertThat(page.locator("body"))
                .hasAttribute("data-bursts", java.util.regex.Pattern.compile("[3-9]"));

        // when
        ward.take(open(
                high,
                AlertCondition.newBuilder()
                        .setVersion(2)
                        .setAcknowledgedBy("AB")
                        .setAcknowledgedAt(wall.instant())
                        .build()));

        // then
        signals("LOW");
    }

    @Test
    void aStationThatCannotShowAlarmsSoundsAndIsSilencedForTwoMinutes() {
        // given: nothing has been received since long
        restart(wall.instant().minusSeconds(600));

        // then
        signals("MEDIUM");
        contains("#mute", "Couper le son du poste 2 min");

        // when
        page.click("#mute");

        // then
        contains("#mute", "Son du poste coupé jusqu’à");
        PlaywrightAssertions.assertThat(page.locator("body[data-signal]")).hasCount(0);
    }

    @Test
    void aScreenWithoutSoundShowsIt() {
        page.navigate(pages.address().resolve("?sound=off").toString());
        hr(82);
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant()));
        contains("[data-bed='REA/01'] .bar.alarm", "");
        shows("#sound", "Sans son sur ce poste");
        PlaywrightAssertions.assertThat(page.locator("body[data-signal]")).hasCount(0);
    }

    private void signals(String priority) {
        PlaywrightAssertions.assertThat(page.locator("body")).hasAttribute("data-signal", priority);
    }
}
