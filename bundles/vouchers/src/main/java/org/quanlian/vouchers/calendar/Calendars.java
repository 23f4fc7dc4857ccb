package org.quanlian.vouchers.calendar;

/** The calendars of working days, as they are kept. */
public interface Calendars {}
