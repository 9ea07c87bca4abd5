# Flags that every target of this project shares: migcheck::settings.
add_library(migcheck_settings INTERFACE)
add_library(migcheck::settings ALIAS migcheck_settings)
target_include_directories(
  migcheck_settings INTERFACE "${PROJECT_SOURCE_DIR}/checker")
target_compile_options(
  migcheck_settings
  INTERFACE -Wall -Wextra -Wpedantic -Wconversion -fno-omit-frame-pointer
            -fstack-protector-strong -ffunction-sections -fdata-sections
            "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
target_link_options(migcheck_settings INTERFACE -Wl,--gc-sections
                    -Wl,-z,relro,-z,now)
if(MIGCHECK_WERROR)
  target_compile_options(migcheck_settings INTERFACE -Werror)
endif()
if(MIGCHECK_SANITIZE)
  target_compile_options(
    migcheck_settings INTERFACE -fsanitize=address,undefined
                                -fno-sanitize-recover=all)
  target_link_options(migcheck_settings INTERFACE
                      -fsanitize=address,undefined)
else()
  # glibc refuses _FORTIFY_SOURCE without optimisation, and sanitizers replace
  # the functions that it wraps.
  target_compile_options(
    migcheck_settings
    INTERFACE $<$<CONFIG:Release>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
endif()
target_compile_definitions(
  migcheck_settings INTERFACE _GLIBCXX_ASSERTIONS TOML_HEADER_ONLY=1)
if(MIGCHECK_PORTABLE)
  target_compile_definitions(migcheck_settings INTERFACE MIGCHECK_PORTABLE)
endif()
if(MIGCHECK_STATIC)
  target_compile_options(migcheck_settings INTERFACE -fPIE)
endif()
