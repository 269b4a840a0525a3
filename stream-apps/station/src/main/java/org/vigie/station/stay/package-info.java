/**
 * The state of one stay as the screen shows it: values, sources, risk, triage and origin. Trends and alarms are kept in their own packages.
 */
package org.vigie.station.stay;
