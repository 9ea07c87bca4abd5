# The libraries of ARCHITECTURE.md, each as migcheck::NAME. Debian's CMake
# packages of pugixml name shared libraries only, and those of
# toml++ and fmt force one: headers and archives are looked up instead.
find_package(Threads REQUIRED)

function(migcheck_library name header)
  set(archives ${ARGN})
  find_path(MIGCHECK_${name}_INCLUDE "${header}" REQUIRED)
  add_library(migcheck_${name} INTERFACE)
  add_library(migcheck::${name} ALIAS migcheck_${name})
  target_include_directories(
    migcheck_${name} SYSTEM INTERFACE "${MIGCHECK_${name}_INCLUDE}")
  foreach(archive IN LISTS archives)
    find_library(MIGCHECK_LIB_${archive} NAMES lib${archive}.a ${archive}
                 REQUIRED)
    target_link_libraries(migcheck_${name}
                          INTERFACE "${MIGCHECK_LIB_${archive}}")
  endforeach()
endfunction()

migcheck_library(fmt fmt/format.h)
migcheck_library(toml toml++/toml.h)
migcheck_library(cli11 CLI/CLI.hpp)
migcheck_library(json nlohmann/json.hpp)
migcheck_library(expected tl/expected.hpp)
migcheck_library(nettle nettle/sha2.h nettle)
migcheck_library(pugixml pugixml.hpp pugixml)
migcheck_library(boost_filesystem boost/filesystem.hpp boost_filesystem)
migcheck_library(boost_regex boost/regex.hpp boost_regex)
