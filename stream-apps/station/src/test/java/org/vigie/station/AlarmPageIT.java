package org.vigie.station;

import static org.vigie.station.StationRecords.callOfMonitor;
import static org.vigie.station.StationRecords.cleared;
import static org.vigie.station.StationRecords.limit;
import static org.vigie.station.StationRecords.monitorAlarm;
import static org.vigie.station.StationRecords.raised;
import static org.vigie.station.StationRecords.shelved;
import static org.vigie.station.StationRecords.stay;
import static org.vigie.station.StationRecords.triage;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.AlarmPriorityRecord;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.DeliveryState;
import org.vigie.schemas.TriageLevelRecord;

/** Tests alarms and the status of notifications on the page. */
class AlarmPageIT extends PageInBrowser {
    @Test
    void anAlarmOfAStayThatEndedIsListedAsSuch() {
        hr(82);
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant(), "Première alarme"));
        contains("[data-bed='REA/01'] .bar.alarm", "FC 82");
        Instant now = wall.instant();
        ward.take(new BedStays("REA/01", List.of(stay("REA/01", "s1", now.minusSeconds(3600), now))));
        shows("#no-alarm", "Aucune alarme active.");
        page.click("#show-cleared");
        contains("#alarm-rows .what", "séjour terminéPremière alarme");
        contains("#alarm-rows .passport code", "./vigie verify alert a1");
    }

    @Test
    void theHighestAlarmIsOnItsBedAndAllAreInTheList() {
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.MEDIUM, wall.instant(), "Deuxième alarme"));
        ward.take(raised("a2", "REA/01", "s1", AlarmPriorityRecord.HIGH, wall.instant(), "Première alarme"));
        contains("[data-bed='REA/01'] .bar.alarm", "Première alarme");
        contains("[data-bed='REA/01'] .bar.alarm .detail", "×2");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .message"))
                .hasText(new String[] {"Première alarme", "Deuxième alarme"});
        page.click("#alarm-head [data-column=priority]");
        PlaywrightAssertions.assertThat(page.locator("#alarm-rows .message"))
                .hasText(new String[] {"Deuxième alarme", "Première alarme"});
    }

    @Test
    void aMonitorsOwnAlarmStandsOnItsTileAndInTheListUntilTheMonitorEndsIt() {
        // given: readings stay new on a slow machine too
        movable.stop();
        hr(82);
        Instant now = wall.instant();

        // when: a monitor's alarm, and its call that is refused
        BedsideAlarm alarm = monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "start", now);
        ward.take(alarm);
        ward.take(callOfMonitor(alarm, "webhook", DeliveryState.FAILED, now));

        // then
        contains("#alarm-rows [data-kind=MONITOR] .done", "système d’appel de l’hôpital : échec à");
        contains("[data-bed='REA/01'] .bar.monitor", "Moniteur : FIBRILLATION VENTRICULAIRE");
        shows("#counts [data-priority=HIGH]", "*** 1");
        contains("#alarm-rows [data-kind=MONITOR]", "Moniteur");
        contains("#alarm-rows [data-kind=MONITOR] .message", "FIBRILLATION VENTRICULAIRE");
        assertNoBarrier("a monitor's own alarm");
        page.click("[data-bed='REA/01'] .bed-name");
        contains("#bed-dialog .bar.monitor", "FIBRILLATION VENTRICULAIRE");
        page.keyboard().press("Escape");

        // when
        ward.take(monitorAlarm("REA/01", "FIBRILLATION VENTRICULAIRE", "end", now.plusSeconds(4)));

        // then
        shows("#no-alarm", "Aucune alarme active.");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .bar.monitor"))
                .isHidden();
        page.click("#show-cleared");
        contains("#alarm-rows [data-kind=MONITOR] .message", "FIBRILLATION VENTRICULAIRE");
    }

    @Test
    void aShelfAndAPatientsLimitStandOnTheTileInTheUnitsListAndOnTheHandoverSheet() {
        // given: readings stay new on a slow machine too
        movable.stop();
        Instant now = wall.instant();
        ward.take(monitor.at(now.minusSeconds(60)).kept("abp_sys", 120).clean());
        hr(82);
        ward.take(monitor.at(now).suspect("rr", 61).clean());
        Alert alarm = raised("a1", "REA/01", "s1", AlarmPriorityRecord.MEDIUM, now.minusSeconds(60), "FC haute");

        // when: the alarm of the shelved rule is over
        ward.takeEntry(shelved(alarm, now, now.plusSeconds(1800)));
        ward.takeEntry(limit("s1", AlertStateRecord.LIMIT_SET, 86, now));
        ward.take(cleared(alarm, now));

        // then
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .bell-off"))
                .hasAttribute("aria-label", Pattern.compile("FC > 130 mise de côté jusqu’à .*"));
        shows("[data-bed='REA/01'] [data-vital=spo2] .own-limit", "<86");
        shows("#open-changes", "Réglages (2)");
        page.click("#open-changes");
        contains("#changes-dialog", "Alarme mise de côté : FC > 130");
        contains("#changes-dialog", "Limite propre : SpO₂ < 86 % (moyenne)");
        contains("#changes-dialog", "par CD à");
        assertNoBarrier("changed settings");

        // when
        page.navigate(pages.address() + "handover.html");

        // then
        String row = "#sheet [data-bed='REA/01']";
        contains(row, "P-s1");
        contains(row, "FC 82");
        contains(row, "FR 61 ?");
        contains(row, "PA --");
        contains(row, "** 1");
        contains(row, "FC haute");
        contains(row, "Alarme mise de côté : FC > 130");
        contains(row, "Limite propre : SpO₂ < 86 %");
        assertNoBarrier("the handover sheet");
    }

    @Test
    void aHeldTriageLevelGivesItsReasonInThePast() {
        // given: a saturation of 84 a minute ago, 98 now
        Instant now = wall.instant();
        ward.take(monitor.at(now.minusSeconds(60)).kept("spo2", 84).clean());
        ward.take(monitor.at(now).kept("spo2", 98).clean());
        var held = triage("REA/01", "s1", TriageLevelRecord.TRI_1, 3, 3, now);
        held.setReasonsFr(List.of("FRENCH : SpO2 < 86 %"));
        held.setReasonsEn(List.of("FRENCH: SpO2 < 86 %"));
        held.setHeldSince(now.minusSeconds(59));
        held.setHeldUntil(now.plusSeconds(241));

        // when
        ward.take(held, now);

        // then
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .triage-reason"))
                .hasText(Pattern.compile("jusqu’à \\d\\d:\\d\\d ; SpO₂ était 84 à \\d\\d:\\d\\d"));
        page.click("#language");
        PlaywrightAssertions.assertThat(page.locator("[data-bed='REA/01'] .triage-reason"))
                .hasText(Pattern.compile("until \\d\\d:\\d\\d; SpO₂ was 84 at \\d\\d:\\d\\d"));
    }

    @Test
    void anAlarmShowsThePresentValueTheWorstValueAndItsDuration() {
        // given
        hr(150);
        Instant raisedAt = wall.instant().minusSeconds(240);
        ward.take(raised("a1", "REA/01", "s1", AlarmPriorityRecord.HIGH, raisedAt, "FC haute : 150/min"));
        contains("#alarm-rows .sentence", "FC 150");
        contains("#alarm-rows .duration", "depuis 4 min");
        page.click("[data-bed='REA/01'] .bed-name");

        // when
        hr(96);

        // then
        contains("#alarm-rows .sentence", "FC 96 (pire 150)");
        contains("#alarm-rows .message", "FC haute : 150/min");
        contains("#alarm-rows .duration", "depuis 4 min");
        contains("[data-bed='REA/01'] .bar.alarm .text", "FC 96 (pire 150)");
        contains("#bed-dialog .live-value", "maintenant FC 96 (pire 150) · depuis 4 min");
    }
}
