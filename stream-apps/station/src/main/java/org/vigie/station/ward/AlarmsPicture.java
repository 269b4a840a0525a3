package org.vigie.station.ward;

/**
 * The alarms of one bed: the patient's and the equipment's apart.
 *
 * @param highest most urgent physiological alarm; absent when none is active
 * @param active number of active physiological alarms
 * @param technical most urgent technical alarm; absent when none is active
 * @param technicalActive number of active technical alarms
 */
public record AlarmsPicture(AlertPicture highest, int active, AlertPicture technical, int technicalActive) {}
