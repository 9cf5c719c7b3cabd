/* For a shared library with ICU inside: ICU's data, cut to what is needed, and the three variables of the C library that
   ICU's code for time zones reads. Archives of distributions refer to both as a program may, a library may not: so both
   are hidden symbols here. pith never asks ICU for a time. */

#define TEXT_OF(name) #name
#define TEXT(name) TEXT_OF(name)

__asm__(".section .rodata\n"
        ".balign 16\n"
        ".global " TEXT(ICU_DATA) "\n"
        ".hidden " TEXT(ICU_DATA) "\n" TEXT(ICU_DATA) ":\n"
        ".incbin \"" ICU_DATA_FILE "\"\n"
        ".previous\n");

int daylight = 0;
long timezone = 0;
char* tzname[2] = {"UTC", "UTC"};
extern int __daylight __attribute__((alias("daylight")));
extern long __timezone __attribute__((alias("timezone")));
extern char* __tzname[2] __attribute__((alias("tzname")));
