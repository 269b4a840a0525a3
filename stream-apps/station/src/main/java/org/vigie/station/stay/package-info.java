/** Holds the state of one stay for the screen: values, sources, risk, triage and origin. Trends and alarms have packages of their own. */
package org.vigie.station.stay;
